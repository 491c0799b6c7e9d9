#!/usr/bin/env bash
# Makes a root folder that holds only what the archive says it needs: sh, tar, gzip, coreutils, the C and C++ libraries,
# and useradd with its files. No compiler, no package manager, no Node, no shell tools beside.
#   root.sh FOLDER
set -euo pipefail
root=$1
mkdir -p "$root"/{bin,dev,etc,opt,proc,tmp,usr/local/bin,usr/sbin,var/lib}
chmod 1777 "$root/tmp"
libraries() { ldd "$1" 2>/dev/null | grep -oE '/[^ ]+' || true; }
add() {
  local program=$1 library
  cp -L "$program" "$root/bin/${program##*/}"
  for library in $(libraries "$program"); do
    [ -e "$root$library" ] || install -D -m 755 "$library" "$root$library"
  done
}
for program in $(dpkg -L coreutils | grep -E '^(/usr)?/s?bin/'); do add "$program"; done
for name in dash tar gzip useradd userdel; do add "$(command -v "$name")"; done
mv "$root/bin/dash" "$root/bin/sh"
for library in $(libraries node_modules/node/bin/node); do
  [ -e "$root$library" ] || install -D -m 755 "$library" "$root$library"
done
printf 'root:x:0:0::/:/bin/sh\n' >"$root/etc/passwd"
printf 'root:x:0:\n' >"$root/etc/group"
printf 'root:*:20000:0:99999:7:::\n' >"$root/etc/shadow"
printf 'UID_MIN 1000\nSYS_UID_MIN 100\nSYS_UID_MAX 999\nSYS_GID_MIN 100\nSYS_GID_MAX 999\n' >"$root/etc/login.defs"
touch "$root/dev/null" "$root/dev/urandom"
