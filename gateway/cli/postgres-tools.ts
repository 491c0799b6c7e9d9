/** How a ledger in PostgreSQL is saved and put back: by PostgreSQL's own tools, told line by line with this gateway's places in them. */
import type { PostgresConfig } from '../machine/postgres.ts'

/** A word as a shell takes it whole. */
const quoted = (word: string): string => `'${word.replaceAll("'", "'\\''")}'`

/** Instead of a backup. */
export function dumpLines(data: string, { url }: PostgresConfig): string {
  return `✗ 账本与原件在 PostgreSQL 中，用它自带的工具备份 · ledger and evidence are in PostgreSQL: its own tools back them up
  pg_dump --format=custom --no-owner --file=chuanyu.dump ${quoted(url)}
  tar -czf chuanyu-folder.tar.gz -C ${quoted(data)} .
  两个文件都须加密保管，后者含私钥 · keep both encrypted; the second holds private keys`
}

/** Instead of putting a backup back. */
export function restoreLines(data: string, { url }: PostgresConfig): string {
  return `✗ 账本与原件在 PostgreSQL 中，先停所有网关，恢复到新的空数据库 · ledger and evidence are in PostgreSQL: stop every gateway, and restore into a new, empty database
  pg_restore --no-owner --exit-on-error --single-transaction --dbname=${quoted(url)} chuanyu.dump
  账本随即暂停写入，比对后放行 · the ledger is then held; once compared it goes on:
  chuanyu restore --data ${data} --resume --seen FILE`
}
