#!/bin/sh
# 卸载川渝网关；数据默认保留 · Uninstalls the Chuanyu gateway; data stays unless asked otherwise.
set -eu
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
用法 usage: PREFIX/current/uninstall.sh [--prefix DIR] [--purge-data]

停止并卸载网关：systemd 单元、命令链接、所有版本。数据目录与账户保留。
Stops and removes the gateway: unit, link, all versions. Its data and its account stay.

  --prefix DIR   程序目录，默认为本脚本所在的安装 · where programs are; by default this installation
  --purge-data   连同数据目录与安装时创建的账户一并删除，不可恢复
                 also the data folder and the account that was made for it; there is no way back

退出码 exit: 0 ok · 1 failed · 2 usage
TEXT
}

# Read whole before anything is removed, since this very file goes too.
main() {
  here=$(CDPATH='' cd -P -- "$(dirname -- "$0")" && pwd)
  prefix='' purge=no
  case $here in */versions/*) prefix=${here%/versions/*} ;; esac
  while [ $# -gt 0 ]; do
    case $1 in
      --prefix)
        [ $# -ge 2 ] || fail 2 "缺少 --prefix 的值 · expected a value after --prefix"
        prefix=${2%/}
        shift 2
        ;;
      --purge-data) purge=yes && shift ;;
      --help | -h) help && exit 0 ;;
      *) fail 2 "不认识的选项 $1 · unknown option; see uninstall.sh --help" ;;
    esac
  done
  [ -f "$prefix/install.conf" ] || fail 2 "此处没有安装 · nothing is installed at ${prefix:-?}; name it by --prefix"
  data='' user='' bin='' units='' made=''
  while IFS='=' read -r name value; do
    case $name in
      data) data=$value ;;
      user) user=$value ;;
      bin) bin=$value ;;
      units) units=$value ;;
      made) made=$value ;;
    esac
  done <"$prefix/install.conf"
  if [ $purge = yes ] && [ -e "$data" ]; then
    case $data in
      /*/*) ;;
      *) fail 2 "不删除 · will not remove $data" ;;
    esac
    [ -f "$data/gateway.json" ] || [ -z "$(ls -A "$data")" ] ||
      fail 2 "$data 中没有网关，不删除 · holds no gateway and will not be removed"
  fi

  if [ -n "$units" ] && [ -e "$units/chuanyu.service" ]; then
    systemd=no
    [ "$units" != /etc/systemd/system ] || [ ! -d /run/systemd/system ] || ! command -v systemctl >/dev/null || systemd=yes
    [ $systemd = no ] || systemctl disable --now chuanyu.service
    rm -f "$units/chuanyu.service"
    [ $systemd = no ] || systemctl daemon-reload
  fi
  if [ -n "$bin" ] && [ -L "$bin/chuanyu" ] && [ "$(readlink "$bin/chuanyu")" = "$prefix/current/bin/chuanyu" ]; then
    rm -f "$bin/chuanyu"
  fi
  rm -f "$prefix/current" "$prefix/previous" "$prefix/install.conf"
  rm -rf "$prefix/versions"
  rmdir "$prefix" 2>/dev/null || say "  $prefix 中另有文件，未删除 · holds other files and was left"
  if [ $purge = no ]; then
    say "✓ 已卸载；数据保留在 $data（账户 $user） · uninstalled; data stays in $data (account $user)"
    exit 0
  fi
  rm -rf "$data"
  if [ -n "$made" ] && command -v userdel >/dev/null; then userdel "$made"; fi
  say "✓ 已卸载，数据已删除 · uninstalled, data removed"
  exit 0
}

main "$@"
