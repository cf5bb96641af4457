import search from "../../src/engine/facts/face-search.json" with { type: "json" };
import { type Cell, decimals, formatTable, percent } from "../shared/table.ts";
import type { StudyRecord } from "./records.ts";
import type { FoundFace } from "./searches.ts";
import { figuresOf, type MinScores, type SearchFigures, withMinScores } from "./summary.ts";

type Records = readonly StudyRecord<FoundFace>[];

/** What the app ships. */
const SHIPPED = shippedMinScores();
const WHOLE_SCORES = [0.3, 0.4, 0.5, 0.6];
const TILE_SCORES = [0.5, 0.6, 0.65, 0.7, 0.73, 0.75, 0.8];

/** The searches that are compared, by the names of the columns. */
const COMPARED: Readonly<Record<string, (all: Records) => Records>> = {
  "short, whole": (all) => all.filter(({ search }) => search === "short-range"),
  "full, whole": (all) => all.filter(({ search }) => search === "full-range"),
  frame: (all) => withMinScores(all, SHIPPED, "frame"),
  "frame by graph": (all) => withMinScores(all, SHIPPED, "frame by graph"),
  photo: (all) => withMinScores(all, SHIPPED),
  "photo by graph": (all) => withMinScores(all, SHIPPED, "photo by graph"),
  "photo by full": (all) => withMinScores(all, SHIPPED, "photo by full"),
};

/** Missed faces, extra detections per scene and milliseconds of each search, a row per kind of scene. */
export function comparisonTables(all: Records): string {
  const tables: [string, (figures: SearchFigures) => Cell][] = [
    ["missed", ({ missedRate }) => percent(missedRate)],
    ["scenes with a false face", ({ falseRate }) => percent(falseRate)],
    ["extra per scene", ({ extraPerScene }) => decimals(extraPerScene)],
    ["ms per scene", ({ msPerScene }) => decimals(msPerScene, 0)],
  ];
  return tables.map(([title, figure]) => comparisonTable(all, title, figure)).join("\n\n");
}

function comparisonTable(all: Records, title: string, figure: (figures: SearchFigures) => Cell): string {
  const rows = [...new Set(all.map(({ group }) => group))].map((group) => {
    const inGroup = all.filter((record) => record.group === group);
    const figures = Object.values(COMPARED).map((select) => figuresOf(select(inGroup)));
    return [group, Math.max(...figures.map(({ faces }) => faces)), ...figures.map(figure)];
  });
  return formatTable([title, "faces", ...Object.keys(COMPARED)], rows);
}

const KINDS = { "full size": /^full/, turned: /^turned/, small: /^small/, many: /^many/ };

/** What other minimum scores would give: missed faces and extra detections by kind of scene. */
export function minScoreTable(all: Records): string {
  const rows = WHOLE_SCORES.flatMap((whole) =>
    TILE_SCORES.map((tile) => {
      const left = withMinScores(all, { whole, tile, mean: SHIPPED.mean });
      const figures = Object.values(KINDS).map((kind) => figuresOf(left.filter(({ group }) => kind.test(group))));
      const cells = figures.flatMap(({ missedRate, extraPerScene }) => [percent(missedRate), decimals(extraPerScene)]);
      return [`whole ${whole}, tile ${tile}`, ...cells];
    }),
  );
  const head = Object.keys(KINDS).flatMap((kind) => [`${kind}: missed`, "extra"]);
  return formatTable(["minimum scores", ...head], rows);
}

const MEAN_SCORES = [0, 0.55, 0.6, 0.65, 0.7, 0.75];
const FACE_FREE = /^face-free/;

/**
 * What other minimum scores for the mean of close views would give. Face-free scenes are shown by halves, every second scene
 * each: what is chosen by one is to hold on the other.
 */
export function meanScoreTable(all: Records): string {
  const rows = MEAN_SCORES.map((least) => {
    const left = withMinScores(all, { ...SHIPPED, mean: least });
    const faceFree = left.filter(({ group }) => FACE_FREE.test(group));
    const falseRates = [0, 1].map((half) => figuresOf(faceFree.filter(({ scene }) => scene % 2 === half)).falseRate);
    const figures = Object.values(KINDS).map((kind) => figuresOf(left.filter(({ group }) => kind.test(group))));
    const cells = figures.flatMap(({ missedRate, extraPerScene }) => [percent(missedRate), decimals(extraPerScene)]);
    return [`${least}`, ...falseRates.map(percent), ...cells];
  });
  const head = Object.keys(KINDS).flatMap((kind) => [`${kind}: missed`, "extra"]);
  return formatTable(["mean of close views", "false, one half", "other half", ...head], rows);
}

function shippedMinScores(): MinScores {
  const { minScore, confirmation } = search;
  return { whole: minScore.whole, tile: minScore.tile, mean: confirmation.minMeanScore };
}
