#!/bin/sh
# 离线安装、升级或回退川渝网关 · Installs, upgrades or rolls back the Chuanyu gateway without a network.
# Needs sh and coreutils. A data folder that is there is never touched.
set -eu
umask 022
export LC_ALL=C

say() { printf '%s\n' "$*" >&2; }
fail() {
  code=$1
  shift
  say "✗ $*"
  exit "$code"
}

help() {
  cat <<'TEXT'
用法 usage: sh install.sh [--prefix DIR] [--data DIR] [--user NAME] [--bin DIR] [--unit-dir DIR]
            PREFIX/current/install.sh --use VERSION [--prefix DIR]

安装本包；已装有较旧版本时即为升级：数据保留，旧版本留作回退。先核对全部文件的 SHA-256。
Installs this archive; over an older version it upgrades: data stays, the older version stays
for going back. The SHA-256 of every file is checked first.

  --prefix DIR    程序目录，默认 /opt/chuanyu · where programs go
  --data DIR      数据目录，默认 /var/lib/chuanyu；已有的绝不改动 · data; never changed once there
  --user NAME     运行账户，默认 chuanyu；root 安装时创建 · runs it; made when root installs
  --bin DIR       放 chuanyu 链接的目录，root 默认 /usr/local/bin · for a link named chuanyu
  --unit-dir DIR  放 systemd 单元的目录；有 systemd 时默认 /etc/systemd/system · for the unit
  --use VERSION   改用已装的另一版本 · switch to another version installed here
  --older         允许装比现有更旧的版本 · allow an older version than the one in use

退出码 exit: 0 ok · 1 failed · 2 usage · 3 damaged archive · 6 conflict
TEXT
}

prefix=/opt/chuanyu data='' user='' bin='' units='' use='' older=no
while [ $# -gt 0 ]; do
  case $1 in
    --prefix | --data | --user | --bin | --unit-dir | --use)
      [ -n "${2:-}" ] || fail 2 "缺少 $1 的值 · expected a value after $1"
      case $1 in
        --prefix) prefix=$2 ;;
        --data) data=$2 ;;
        --user) user=$2 ;;
        --bin) bin=$2 ;;
        --unit-dir) units=$2 ;;
        --use) use=$2 ;;
      esac
      shift 2
      ;;
    --older) older=yes && shift ;;
    --help | -h) help && exit 0 ;;
    *) fail 2 "不认识的选项 $1 · unknown option; see install.sh --help" ;;
  esac
done
prefix=${prefix%/}

# What the last installation was told holds until told otherwise.
recorded() {
  [ -f "$prefix/install.conf" ] || return 0
  while IFS='=' read -r name value; do
    [ "$name" != "$1" ] || printf '%s\n' "$value"
  done <"$prefix/install.conf"
}
root=no
[ "$(id -u)" -ne 0 ] || root=yes
data=${data:-$(recorded data)} user=${user:-$(recorded user)} bin=${bin:-$(recorded bin)} units=${units:-$(recorded units)}
made=$(recorded made)
data=${data:-/var/lib/chuanyu}
if [ $root = yes ]; then
  user=${user:-chuanyu} bin=${bin:-/usr/local/bin}
  [ -n "$units" ] || [ ! -d /run/systemd/system ] || units=/etc/systemd/system
else
  user=${user:-$(id -un)}
fi
for path in "$prefix" "$data" ${bin:+"$bin"} ${units:+"$units"}; do
  case $path in
    *[!A-Za-z0-9/._+-]* | *..* | /) fail 2 "路径只能含字母、数字与 / . _ + - · a path may have letters, digits and / . _ + - only: $path" ;;
    /*) ;;
    *) fail 2 "应为绝对路径 · expected an absolute path: $path" ;;
  esac
done

here=$(CDPATH='' cd -P -- "$(dirname -- "$0")" && pwd)

# Every file as listed, or nothing is done; a file that is not listed is not installed.
check_sums() {
  damaged=$(
    cd "$1" && sha256sum -c SHA256SUMS 2>&1 | while IFS= read -r line; do
      case $line in *': OK') ;; *) printf '  %s\n' "$line" ;; esac
    done
  )
  [ -z "$damaged" ] || fail 3 "校验不符，未作改动 · checksums differ, nothing was changed
$damaged"
}

in_use() { [ ! -L "$prefix/current" ] || basename -- "$(readlink "$prefix/current")"; }

replaced() {
  rest=$1 out=
  while :; do
    case $rest in *"$2"*) out=$out${rest%%"$2"*}$3 rest=${rest#*"$2"} ;; *) break ;; esac
  done
  printf '%s\n' "$out$rest"
}

has_systemd() { [ "$units" = /etc/systemd/system ] && [ -d /run/systemd/system ] && command -v systemctl >/dev/null; }

# The unit names the default places; a data folder elsewhere is no StateDirectory.
write_unit() {
  [ -n "$units" ] || return 0
  mkdir -p "$units"
  while IFS= read -r line; do
    case $line in
      StateDirectoryMode=*) [ "$data" = /var/lib/chuanyu ] || continue ;;
      StateDirectory=*) [ "$data" = /var/lib/chuanyu ] || line="ReadWritePaths=$data" ;;
      User=* | Group=*) line=${line%%=*}=$user ;;
    esac
    line=$(replaced "$line" /opt/chuanyu "$prefix")
    replaced "$line" /var/lib/chuanyu "$data"
  done <"$prefix/current/systemd/chuanyu.service" >"$units/.chuanyu.service.new"
  mv -f "$units/.chuanyu.service.new" "$units/chuanyu.service"
  has_systemd || return 0
  systemctl daemon-reload
  systemctl try-restart chuanyu.service
}

switch_to() {
  was=$(in_use)
  ln -sfn "versions/$1" "$prefix/.current.new"
  mv -fT "$prefix/.current.new" "$prefix/current"
  if [ -n "$was" ] && [ "$was" != "$1" ]; then ln -sfn "versions/$was" "$prefix/previous"; fi
  if [ -n "$bin" ]; then
    mkdir -p "$bin"
    if [ -L "$bin/chuanyu" ] || [ ! -e "$bin/chuanyu" ]; then ln -sfn "$prefix/current/bin/chuanyu" "$bin/chuanyu"; fi
  fi
  write_unit
}

if [ -n "$use" ]; then
  case $use in */* | .*) fail 2 "不是版本号 · not a version: $use" ;; esac
  [ -f "$prefix/versions/$use/VERSION" ] || fail 2 "未安装该版本 · not installed here: $use"
  check_sums "$prefix/versions/$use"
  switch_to "$use"
  say "✓ 现用 $use · now in use: $use"
  say "  较新版本迁移过的数据，旧版本拒绝打开 · an older version refuses data that a newer one has migrated"
  exit 0
fi

[ -f "$here/SHA256SUMS" ] || fail 3 "缺少 SHA256SUMS · SHA256SUMS is missing"
check_sums "$here"
read -r version platform arch <"$here/VERSION"
machine=$(uname -m)
case $machine in x86_64 | amd64) machine=x64 ;; aarch64 | arm64) machine=arm64 ;; esac
[ "$(uname -s) $machine" = "Linux $arch" ] ||
  fail 2 "本包用于 $platform $arch，此机为 $(uname -s) $machine · this archive is for $platform $arch"

was=$(in_use)
if [ -n "$was" ] && [ "$was" != "$version" ] && [ $older = no ]; then
  newest=$(printf '%s\n%s\n' "$was" "$version" | sort -V | tail -n 1)
  [ "$newest" = "$version" ] || fail 6 "现有 $was 较新；回退用 --use，确要安装用 --older · $was in use is newer; go back by --use, or insist by --older"
fi

versions=$prefix/versions target=$prefix/versions/$version
mkdir -p "$versions"
if [ -d "$target" ]; then
  [ "$(sha256sum <"$here/SHA256SUMS")" = "$(sha256sum <"$target/SHA256SUMS")" ] ||
    fail 6 "已装有内容不同的 $version · another build of $version is installed"
  check_sums "$target"
else
  new=$versions/.new-$version-$$
  trap 'rm -rf "$new"' EXIT
  trap 'exit 1' HUP INT TERM
  mkdir "$new"
  while IFS= read -r line; do
    file=${line#*  }
    case $file in /* | *..*) fail 3 "路径不当 · a path that must not be: $file" ;; esac
    mkdir -p "$new/$(dirname -- "$file")"
    cp -- "$here/$file" "$new/$file"
  done <"$here/SHA256SUMS"
  cp -- "$here/SHA256SUMS" "$new/SHA256SUMS"
  check_sums "$new"
  told=$("$new/bin/chuanyu" --version) || fail 1 "随附的 Node 在此机无法运行（需 glibc 2.28 或更新） · the Node that came along does not run here (it needs glibc 2.28 or newer)"
  [ "$told" = "$version" ] || fail 3 "版本不符 · expected version $version, got $told"
  mv "$new" "$target"
  trap - EXIT HUP INT TERM
fi

if [ $root = yes ] && ! id -u "$user" >/dev/null 2>&1; then
  command -v useradd >/dev/null || fail 1 "无 useradd；先建账户再用 --user · no useradd here: make the account yourself and name it by --user"
  shell=/usr/sbin/nologin
  [ -x $shell ] || shell=/bin/false
  useradd --system --user-group --home-dir "$data" --no-create-home --shell $shell "$user"
  made=$user
fi
if [ ! -e "$data" ]; then
  mkdir -p "$data"
  chmod 700 "$data"
  [ $root = no ] || chown "$user:" "$data"
fi
printf '%s\n' "data=$data" "user=$user" "bin=$bin" "units=$units" "made=$made" >"$prefix/.install.conf.new"
mv -f "$prefix/.install.conf.new" "$prefix/install.conf"
switch_to "$version"

say "✓ 已安装 $version → $prefix/current · installed"
if [ -n "$was" ] && [ "$was" != "$version" ]; then
  say "  数据未动 $data；$was 留作回退：$prefix/current/install.sh --use $was · data untouched; $was is kept for going back"
  say "  下次启动会迁移数据，只进不退 · the next start migrates the data, forward only"
fi
if [ ! -f "$data/gateway.json" ]; then
  say "  数据目录 $data 尚无网关：以 $user 运行 chuanyu init --data $data … · no gateway there yet: run chuanyu init as $user"
  say "  说明 see: $prefix/current/docs/install.md"
fi
[ -z "$units" ] || say "  启动 start: systemctl enable --now chuanyu.service"
