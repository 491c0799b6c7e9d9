/** Where each city stands in the tile map: a schematic grid, no map. The places are ours, chosen so that neighbours come to stand near one another; no distance or outline follows from them. */

/** Column and row, from 1. */
export type TilePlace = readonly [column: number, row: number]

/** Columns of the grid. */
export const TILE_COLUMNS = 6
/** Rows of the grid. */
export const TILE_ROWS = 5

/** By division id; a city that is not here is left to the table. */
export const TILE_PLACES: Readonly<Record<string, TilePlace>> = {
  '513200': [2, 1],
  '510700': [3, 1],
  '510800': [4, 1],
  '511900': [5, 1],
  '511700': [6, 1],
  '513300': [1, 2],
  '510100': [2, 2],
  '510600': [3, 2],
  '510900': [4, 2],
  '511300': [5, 2],
  '511600': [6, 2],
  '511800': [1, 3],
  '511400': [2, 3],
  '512000': [3, 3],
  '511000': [4, 3],
  '500000': [6, 3],
  '513400': [1, 4],
  '511100': [2, 4],
  '510300': [3, 4],
  '510500': [4, 4],
  '510400': [1, 5],
  '511500': [3, 5],
}
