#!/usr/bin/env bash
# The offline archive in a bare root without a network: see inside.sh. Then its systemd unit. Needs root, for the namespaces.
set -euo pipefail
cd "$(dirname "$0")/../.."
[ "$(id -u)" -eq 0 ] || exec sudo -E "$0" "$@"
export PATH="$PWD/node_modules/.bin:$PATH"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# Others than root go through it: the gateway runs as one of them.
chmod 711 "$work"
old=0.1.0-check new=99.0.0
pack() { node gateway/deploy/pack-offline.ts --level 1 "$@" >/dev/null; }

pack --version $old --out "$work/dist"
pack --version $old --out "$work/again"
name=chuanyu-$old-linux-$(node -p process.arch)
cmp "$work/dist/$name.tar.gz.sha256" "$work/again/$name.tar.gz.sha256"
echo "  packed twice, the same bytes; $SECONDS s"
pack --version $new --out "$work/dist"

root=$work/root
bash test/offline/root.sh "$root"
for version in $old $new; do
  file=$(echo "$work/dist/chuanyu-$version-linux-"*.tar.gz)
  cp "$file" "$root/tmp/chuanyu-$version.tar.gz"
  printf '%s  chuanyu-%s.tar.gz\n' "$(cut -c1-64 <"$file.sha256")" "$version" >"$root/tmp/chuanyu-$version.tar.gz.sha256"
done
cp test/offline/inside.sh "$root/tmp/inside.sh"
# shellcheck disable=SC2016
timeout 170 unshare --net --mount --pid --fork --kill-child bash -euc '
  ip link set lo up
  mount -t proc proc "$1/proc"
  for device in null urandom; do mount --bind "/dev/$device" "$1/dev/$device"; done
  exec env -i PATH=/bin:/usr/local/bin "$(command -v chroot)" "$1" /bin/sh /tmp/inside.sh "$2" "$3"
' inside "$root" $old $new
echo "  lived without a network; $SECONDS s"

bash test/offline/unit.sh "$root/tmp/new" "$root/var/lib/chuanyu"
echo "  $SECONDS s"
