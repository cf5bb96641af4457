import { searchRegions } from "../../src/engine/detect/search-regions.ts";
import { type Cell, decimals, formatTable, percent } from "../shared/table.ts";
import type { StudyRecord } from "./records.ts";
import type { FoundFace } from "./searches.ts";
import { figuresOf, type MinScores, type SearchFigures, withMinScores } from "./summary.ts";

type Records = readonly StudyRecord<FoundFace>[];

/** What the app ships: the first region is the whole picture, the last a small tile. */
const SHIPPED = shippedMinScores();
const WHOLE_SCORES = [0.3, 0.4, 0.5, 0.6];
const TILE_SCORES = [0.5, 0.6, 0.65, 0.7, 0.73, 0.75, 0.8];

/** The searches that are compared, by the names of the columns. */
const COMPARED: Readonly<Record<string, (all: Records) => Records>> = {
  "short, whole": (all) => all.filter(({ search }) => search === "short-range"),
  "full, whole": (all) => all.filter(({ search }) => search === "full-range"),
  frame: (all) => all.filter(({ search }) => search === "frame"),
  photo: (all) => withMinScores(all, SHIPPED),
  "photo by full": (all) => withMinScores(all, SHIPPED, "full-range candidates"),
};

/** Missed faces, extra detections per scene and milliseconds of each search, a row per kind of scene. */
export function comparisonTables(all: Records): string {
  const tables: [string, (figures: SearchFigures) => Cell][] = [
    ["missed", ({ missedRate }) => percent(missedRate)],
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
      const left = withMinScores(all, { whole, tile });
      const figures = Object.values(KINDS).map((kind) => figuresOf(left.filter(({ group }) => kind.test(group))));
      const cells = figures.flatMap(({ missedRate, extraPerScene }) => [percent(missedRate), decimals(extraPerScene)]);
      return [`whole ${whole}, tile ${tile}`, ...cells];
    }),
  );
  const head = Object.keys(KINDS).flatMap((kind) => [`${kind}: missed`, "extra"]);
  return formatTable(["minimum scores", ...head], rows);
}

function shippedMinScores(): MinScores {
  const regions = searchRegions({ width: 1000, height: 1000 }, "photo");
  return { whole: regions.at(0)?.minScore ?? 0, tile: regions.at(-1)?.minScore ?? 0 };
}
