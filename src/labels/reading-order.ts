import type { PixelBox } from "../math/index.ts";

interface Boxed {
  readonly box: PixelBox<"picture">;
}

/** Faces stand beside each other when so much of the smaller one's height is level with the other. */
const LEVEL_SHARE = 0.4;

/**
 * Indices of `faces` as one would read them: rows from top to bottom, each from left to right. A face belongs to a row
 * when it stands beside the row's first, however near to the camera either is.
 */
export function readingOrder(faces: readonly Boxed[]): number[] {
  const fromTheTop = faces.map((face, index) => ({ face, index })).sort((a, b) => centreY(a.face) - centreY(b.face));
  const rows: (typeof fromTheTop)[] = [];
  for (const entry of fromTheTop) {
    const row = rows.at(-1);
    const first = row?.[0]?.face;
    if (row && first && levelShare(entry.face, first) > LEVEL_SHARE) row.push(entry);
    else rows.push([entry]);
  }
  return rows.flatMap((row) => row.sort((a, b) => a.face.box.x - b.face.box.x).map(({ index }) => index));
}

function centreY({ box }: Boxed): number {
  return box.y + box.height / 2;
}

/** How much of the smaller face's height is level with the other; negative where there is a gap between them. */
function levelShare({ box: a }: Boxed, { box: b }: Boxed): number {
  const level = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return level / Math.min(a.height, b.height);
}
