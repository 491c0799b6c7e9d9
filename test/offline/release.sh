#!/usr/bin/env bash
# The package for npm, installed in an empty folder: its command, its client library with types, and a gateway that serves.
set -euo pipefail
cd "$(dirname "$0")/../.."
project=$PWD
export PATH="$project/node_modules/.bin:$PATH"
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; rm -rf "$work"' EXIT
die() { echo "FAILED: $*" && { [ ! -f "$work/log" ] || tail -n 20 "$work/log"; } && exit 1; }
has() { case $2 in *"$1"*) ;; *) die "expected $1 in: ${2:0:400}" ;; esac }

node gateway/deploy/pack-release.ts --out "$work" >/dev/null
version=$(node -p 'require("./package.json").version')
(cd "$work" && sha256sum -c --quiet "chuanyu-$version.tgz.sha256")
mkdir "$work/empty"
cd "$work/empty"
echo "{}" >package.json
chuanyu() { npx --no-install chuanyu "$@"; }
# Without what is optional: the native SQLite would be compiled, and Node has one of its own.
npm install --no-audit --no-fund --omit=optional --loglevel=error "$work/chuanyu-$version.tgz" >/dev/null
echo "  installed: $(find node_modules -name package.json -not -path '*/chuanyu/*' | wc -l) other packages; $SECONDS s"
[ -z "$(find node_modules/chuanyu -name '*.ts' -not -name '*.d.ts')" ] || die "TypeScript that Node would have to strip"

has "$version" "$(chuanyu --version)"
has normalise "$(chuanyu --help)"
for party in cq sc; do chuanyu keygen --out $party.jwk >$party.public.json; done
file=$project/seeds/chongqing/water-2026-w46.csv
chuanyu normalise --party cq --contract water-section-quality "$file" >records.ndjson 2>/dev/null || [ $? -eq 3 ]
(cd "$project" && node gateway/cli/chuanyu.ts normalise --party cq --contract water-section-quality "$file") >"$work/own.ndjson" 2>/dev/null || [ $? -eq 3 ]
[ -s records.ndjson ] && cmp records.ndjson "$work/own.ndjson" || die "other records than from the sources"
echo "  keygen, and $(wc -l <records.ndjson) records the same as from the sources; $SECONDS s"

port=$(node "$project/test/free-port.ts")
url=http://127.0.0.1:$port
up() {
  for _ in $(seq 300); do
    kill -0 "$server" 2>/dev/null || die "ended instead of serving"
    ! node -e 'fetch(process.argv[1]).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))' "$url$1" || return 0
    sleep 0.2
  done
  die "no answer from $1"
}
down() { kill "$server" && wait "$server" && server= || die "did not end well"; }
chuanyu init --data data --origin "$url" --root-cq cq.public.json --root-sc sc.public.json \
  --contact mailto:security@gateway.test >trust.json 2>/dev/null
rm cq.jwk sc.jwk
command=node_modules/.bin/chuanyu
$command serve --data data 2>"$work/log" &
server=$!
up /healthz
down
echo "  a fresh gateway serves; $SECONDS s"

$command sandbox --data sandbox --port $port 2>"$work/log" &
server=$!
for _ in $(seq 600); do [ ! -f sandbox/trust.json ] || break; sleep 0.2; done
up /readyz
cat >client.mjs <<'JS'
import { readFileSync, writeFileSync } from 'node:fs'
import { createClient, importPrivateJwk } from 'chuanyu/client'
import { verifyBundle } from 'chuanyu/verify'
const [origin, file] = process.argv.slice(2)
const client = createClient({ origin, key: importPrivateJwk(JSON.parse(readFileSync(file, 'utf8'))) })
let records = 0
for await (const _ of client.records({ contract: 'water-section-quality' })) if (++records === 500) break
await client.close()
const { releases } = await (await fetch(`${origin}/v1/releases`)).json()
const { id } = releases.find(({ id }) => id.startsWith('weekly-water-'))
const bundle = await (await fetch(`${origin}/v1/releases/${id}/proof`)).text()
writeFileSync('bundle.json', bundle)
console.log(records === 500, verifyBundle(bundle, JSON.parse(readFileSync('sandbox/trust.json', 'utf8'))).ok)
JS
has "true true" "$(node client.mjs "$url" sandbox/sandbox/cq-operator.jwk)"
chuanyu verify bundle.json --trust sandbox/trust.json >/dev/null || die "the release does not verify"
down
echo "  the client reads what it may, and the verifier verifies; $SECONDS s"

cat >consumer.mts <<'TS'
import { readFileSync } from 'node:fs'
import { type Client, ClientError, createClient, importPrivateJwk } from 'chuanyu/client'
import { verifyBundle } from 'chuanyu/verify'

const key = importPrivateJwk(JSON.parse(readFileSync('agency.jwk', 'utf8')))
const client: Client = createClient({ origin: 'https://gateway.example', key })
try {
  const { id, header } = await client.submit({
    contract: 'water-section-quality',
    bytes: readFileSync('朱沱.csv'),
    mediaType: 'text/csv',
  })
  const digest: string = header.evidence.digest
  console.log(id, digest, verifyBundle('{}', null).ok satisfies boolean)
} catch (error) {
  if (error instanceof ClientError) console.error(error.code)
}
TS
types=(--noEmit --strict --target esnext --module nodenext --lib esnext --types node --typeRoots "$project/node_modules/@types")
tsc "${types[@]}" consumer.mts || die "the types do not hold"
sed -i 's/const digest: string/const digest: number/' consumer.mts
! tsc "${types[@]}" consumer.mts >/dev/null || die "the types hold anything"
echo "  its types hold; $SECONDS s"
