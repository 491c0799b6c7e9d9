#!/usr/bin/env bash
# The systemd unit as installed: systemd accepts it, it is hardly exposed, and serving needs no system call that it forbids.
#   unit.sh ARCHIVE DATA   (an unpacked archive; a data folder with a gateway)
set -euo pipefail
archive=$1 data=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
sh "$archive/install.sh" --prefix "$work/opt" --data "$data" --user daemon --bin "$work/bin" --unit-dir "$work/units" 2>/dev/null
unit=$work/units/chuanyu.service
said=$(systemd-analyze verify "$unit" 2>&1) || true
[ -z "$said" ] || { echo "$said" && exit 1; }
# Tenths of a point: 1.2 of 10.
systemd-analyze security --offline=true --no-pager --threshold=12 "$unit" | tail -n 1

port=$(node test/free-port.ts)
chown -R daemon "$data"
chmod 711 "$work"
strace -f -qq -o "$work/calls" setpriv --reuid=daemon --clear-groups --no-new-privs \
  "$work/bin/chuanyu" serve --data "$data" --port $port 2>"$work/said" &
tracer=$!
for _ in $(seq 150); do
  grep -q listening "$work/said" && break
  sleep 0.2
done
node -e 'fetch(process.argv[1]).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))' "http://127.0.0.1:$port/readyz" ||
  { cat "$work/said" && exit 1; }
kill "$(ps -o pid= --ppid $tracer)"
wait $tracer
node test/offline/calls.ts "$unit" "$work/calls"
