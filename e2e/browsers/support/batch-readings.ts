import type { FaceRecord, PictureRecord } from "../../../src/app/export/picture-record.ts";
import { intersectionOverUnion } from "../../../src/math/index.ts";
import type { Portrait } from "./portraits.ts";
import type { Visitor } from "./visitor.ts";

const SAME_FACE_OVERLAP = 0.6;

/** One person as two browsers read them; `years` holds `undefined` where one found no face there or refused to read it. */
export interface ReadTwice {
  readonly picture: string;
  readonly years: readonly [number | undefined, number | undefined];
}

/** The people in the portraits as both visitors' browsers read them in a batch. */
export async function readTwice(portraits: readonly Portrait[], here: Visitor, there: Visitor): Promise<ReadTwice[]> {
  const [mine, theirs] = [await readAsBatch(here, portraits), await readAsBatch(there, portraits)];
  return portraits.flatMap(({ file: { name: picture }, people }) => {
    const others = surest(theirs.get(picture), people);
    const faces = surest(mine.get(picture), people);
    return Array.from({ length: people }, (_, index): ReadTwice => {
      const face = faces[index];
      const other = face && others.find(({ box }) => intersectionOverUnion(box, face.box) >= SAME_FACE_OVERLAP);
      return { picture, years: [face?.age?.years, other?.age?.years] };
    });
  });
}

async function readAsBatch(visitor: Visitor, portraits: readonly Portrait[]): Promise<Map<string, PictureRecord>> {
  await visitor.open("#batch");
  await visitor.pick(
    "batch-pick",
    portraits.map(({ file }) => file),
  );
  await visitor.waitForBatch(portraits.length);
  const saved: { readonly pictures: PictureRecord[] } = JSON.parse((await visitor.saved("batch-json")).text);
  return new Map(saved.pictures.map((picture) => [picture.name, picture]));
}

/** As many faces as there are people: what one browser takes for a face besides, as a badge, another may not. */
function surest(picture: PictureRecord | undefined, people: number): FaceRecord[] {
  return (picture?.faces ?? []).toSorted((a, b) => b.score - a.score).slice(0, people);
}
