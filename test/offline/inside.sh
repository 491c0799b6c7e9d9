#!/bin/sh
# Runs in the bare root, with loopback only: install, serve, upgrade, go back, uninstall.
#   inside.sh OLD NEW   (versions whose archives lie in /tmp)
set -eu
old=$1 new=$2
prefix=/opt/chuanyu data=/var/lib/chuanyu url=http://127.0.0.1:8787
log=/tmp/serve.log

step() { printf '  %s\n' "$*"; }
die() {
  printf 'FAILED: %s\n' "$*"
  [ ! -f "$log" ] || tail -n 20 "$log"
  exit 1
}
same() { [ "$1" = "$2" ] || die "$3: expected $1, got $2"; }
# Exit code of a command that must not stop this script.
code() {
  set +e
  "$@" >/tmp/said 2>&1
  status=$?
  set -e
  printf '%s' "$status"
}
get() {
  "$prefix/current/bin/node" -e 'fetch(process.argv[1]).then(async (answer) => {
    process.stdout.write(await answer.text())
    process.exitCode = answer.ok ? 0 : 1
  }, () => process.exit(1))' "$url$1"
}
as_user() { exec chroot --userspec=chuanyu:chuanyu / "$@"; }
start() {
  : >"$log"
  as_user /usr/local/bin/chuanyu "$@" >>"$log" 2>&1 &
  server=$!
}
wait_for() {
  tries=0
  until get "$1" >/dev/null 2>&1; do
    kill -0 "$server" 2>/dev/null || die "ended instead of answering $1"
    tries=$((tries + 1))
    [ $tries -lt 300 ] || die "no answer from $1"
    sleep 0.2
  done
}
stop() {
  kill "$server"
  set +e
  wait "$server"
  status=$?
  set -e
  same 0 $status "stopping by SIGTERM"
}

step "nothing here but what it says it needs"
for tool in node npm cc gcc g++ make python3 curl wget apt-get ip; do
  if command -v $tool >/dev/null; then die "$tool is here"; fi
done
interfaces=0
while read -r name _; do case $name in *:) interfaces=$((interfaces + 1)) && same lo: "$name" "an interface" ;; esac done </proc/net/dev
same 1 $interfaces "interfaces"

step "a damaged archive changes nothing"
cd /tmp
sha256sum -c "chuanyu-$old.tar.gz.sha256" >/dev/null
tar -xzf "chuanyu-$old.tar.gz" && mv "$(echo chuanyu-"$old"-linux-*)" old
cp old/lib/chuanyu.js kept.js
printf '\n' >>old/lib/chuanyu.js
same 3 "$(code sh old/install.sh)" "exit of a damaged archive"
[ ! -e $prefix ] && [ ! -e $data ] || die "something was installed"
cp kept.js old/lib/chuanyu.js
printf 'stray' >old/stray.txt

step "install"
sh old/install.sh --unit-dir /etc/systemd/system
same "$old" "$(chuanyu --version)" "version"
same "chuanyu 700" "$(stat -c '%U %a' $data)" "the data folder"
[ ! -e $prefix/current/stray.txt ] || die "a file that is not listed was installed"
[ -f /etc/systemd/system/chuanyu.service ] || die "no unit"
rm -r old

step "both sides play to signed releases; healthz and readyz answer over loopback"
start sandbox --data $data
wait_for /healthz
tries=0
until [ -f $data/trust.json ]; do
  kill -0 "$server" || die "the sandbox ended"
  tries=$((tries + 1))
  [ $tries -lt 400 ] || die "the sandbox did not get there"
  sleep 0.2
done
get /readyz >/dev/null || die "not ready"
releases=$(get /v1/releases)
release=$(printf '%s' "$releases" | tr ',{' '\n\n' | while read -r line; do case $line in '"id":"weekly-water-'*) line=${line#*:\"} && printf '%s\n' "${line%\"*}" ;; esac done | sort | tail -n 1)
[ -n "$release" ] || die "no weekly water release in $releases"
get "/v1/releases/$release/proof" >/tmp/bundle.json
checkpoint=$(get /v1/ledger/checkpoint)
chuanyu verify /tmp/bundle.json --trust $data/trust.json >/dev/null || die "the release does not verify"
stop

step "upgrade: the data as it was, the older version kept"
tar -xzf "chuanyu-$new.tar.gz" && mv "$(echo chuanyu-"$new"-linux-*)" new
before=$(sha256sum $data/gateway.json $data/keys/*.jwk $data/chuanyu.sqlite)
sh new/install.sh
same "$before" "$(sha256sum $data/gateway.json $data/keys/*.jwk $data/chuanyu.sqlite)" "data after the upgrade"
same "$new" "$(chuanyu --version)" "version"
same "versions/$old" "$(readlink $prefix/previous)" "the previous version"
start serve --data $data
wait_for /readyz
case $(get /version) in *"\"$new\""*) ;; *) die "another version serves" ;; esac
same "$checkpoint" "$(get /v1/ledger/checkpoint)" "the ledger's checkpoint"
same "$releases" "$(get /v1/releases)" "the list of releases"
same "$(sha256sum </tmp/bundle.json)" "$(get "/v1/releases/$release/proof" | sha256sum)" "the proof bundle"
stop
chuanyu ledger audit --data $data >/tmp/audit || die "the audit found damage: $(tail -n 5 /tmp/audit)"

step "Node's own SQLite serves the same data"
CHUANYU_SQLITE=node
export CHUANYU_SQLITE
start serve --data $data
wait_for /readyz
case $(get /readyz) in *'"node:sqlite"'*) ;; *) die "not by node:sqlite" ;; esac
same "$checkpoint" "$(get /v1/ledger/checkpoint)" "the ledger's checkpoint"
stop
unset CHUANYU_SQLITE

step "an older archive is refused; going back is by --use"
tar -xzf "chuanyu-$old.tar.gz" && mv "$(echo chuanyu-"$old"-linux-*)" old
same 6 "$(code sh old/install.sh)" "exit of an older archive"
$prefix/current/install.sh --use "$old" 2>/dev/null
same "$old" "$(chuanyu --version)" "version after going back"
same 2 "$(code $prefix/current/install.sh --use 98.0.0)" "exit for a version that is not there"

step "uninstall: data left, and gone only when asked for"
$prefix/current/uninstall.sh 2>/dev/null
[ ! -e $prefix ] && [ ! -L /usr/local/bin/chuanyu ] && [ ! -e /etc/systemd/system/chuanyu.service ] || die "something was left"
same "$before" "$(sha256sum $data/gateway.json $data/keys/*.jwk $data/chuanyu.sqlite)" "data after uninstalling"
sh new/install.sh --data /var/lib/other 2>/dev/null
printf 'mine' >/var/lib/other/letter.txt
same 2 "$(code $prefix/current/uninstall.sh --purge-data)" "exit of purging a folder that holds no gateway"
[ -f /var/lib/other/letter.txt ] || die "it was purged"
sh new/install.sh --data $data 2>/dev/null
cp -a $data /tmp/copy
$prefix/current/uninstall.sh --purge-data 2>/dev/null
[ ! -e $data ] && [ -f /var/lib/other/letter.txt ] || die "purging took the wrong folder"
mv /tmp/copy $data
