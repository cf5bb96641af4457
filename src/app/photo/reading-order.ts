import type { FaceReading } from "../../engine/index.ts";

type Boxed = Pick<FaceReading, "box">;

const centreY = ({ box }: Boxed) => box.y + box.height / 2;

/**
 * Indices of `faces` as one would read them: rows from top to bottom, each from left to right. A face belongs to a
 * row when its centre lies less than half a face below the centre of the row's first.
 */
export function readingOrder(faces: readonly Boxed[]): number[] {
  const fromTheTop = faces.map((face, index) => ({ face, index })).sort((a, b) => centreY(a.face) - centreY(b.face));
  const rows: (typeof fromTheTop)[] = [];
  for (const entry of fromTheTop) {
    const row = rows.at(-1);
    const first = row?.[0]?.face;
    if (row && first && centreY(entry.face) - centreY(first) < first.box.height / 2) row.push(entry);
    else rows.push([entry]);
  }
  return rows.flatMap((row) => row.sort((a, b) => a.face.box.x - b.face.box.x).map(({ index }) => index));
}
