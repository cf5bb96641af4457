import { mean } from "../shared/averages.ts";
import { countExtra, isFound, type SearchName, type StudyRecord } from "./records.ts";
import type { FoundFace } from "./searches.ts";

/** How one search did on one kind of scene. */
export interface SearchFigures {
  readonly faces: number;
  readonly missedRate: number | null;
  /** Share of the scenes in which something is found where no face is expected. */
  readonly falseRate: number | null;
  /** Detections per scene where no face is expected; people in the background are among them. */
  readonly extraPerScene: number | null;
  readonly msPerScene: number | null;
}

/** Counts over all scenes of a kind. */
export function figuresOf(records: readonly StudyRecord[]): SearchFigures {
  const extra = records.map(({ found, expected }) => countExtra(found, expected));
  const hits = records.flatMap(({ expected, found }) => expected.map((face) => isFound(face, found)));
  return {
    faces: hits.length,
    missedRate: mean(hits.map((hit) => (hit ? 0 : 1))),
    falseRate: mean(extra.map((count) => (count > 0 ? 1 : 0))),
    extraPerScene: mean(extra),
    msPerScene: mean(records.map(({ ms }) => ms)),
  };
}

/** Scores below which a face is not believed, 0…1: in the whole picture, in a tile, and in the mean of its close views. */
export interface MinScores {
  readonly whole: number;
  readonly tile: number;
  readonly mean: number;
}

/** The faces that are left after minimum scores. */
export function believed(found: readonly FoundFace[], min: MinScores): readonly FoundFace[] {
  return found.filter(({ score, seenIn, meanScore }) => score >= min[seenIn] && meanScore >= min.mean);
}

/**
 * The records of a search without minimum scores as they would be with some. Where a photo's search is left with nothing,
 * that of a frame counts, as in the app.
 */
export function withMinScores(
  records: readonly StudyRecord<FoundFace>[],
  min: MinScores,
  search: SearchName = "photo",
): StudyRecord<FoundFace>[] {
  const key = ({ group, scene }: StudyRecord) => `${group} ${scene}`;
  const frames = new Map(records.filter((each) => each.search === "frame").map((each) => [key(each), each.found]));
  return records
    .filter((record) => record.search === search)
    .map((record) => {
      const found = believed(record.found, min);
      const isLeft = found.length > 0 || search !== "photo";
      return { ...record, found: isLeft ? found : believed(frames.get(key(record)) ?? [], min) };
    });
}
