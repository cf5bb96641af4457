import { resolve } from "node:path";
import { Presets, SingleBar } from "cli-progress";
import type { BrowserPage } from "../engine-page/browser-page.ts";
import { nearestCentre } from "../engine-page/picture-coordinates.ts";
import type {} from "./page.ts";
import type { ComparedSearch, SearchName, StudyRecord } from "./records.ts";
import {
  collageScenes,
  fullSizeScene,
  type Scene,
  type SceneGroup,
  type StudyPicture,
  type Subject,
  scaledScene,
  smallFaceScene,
  turnedScene,
} from "./scenes.ts";
import type { FoundFace } from "./searches.ts";

const TURNS_DEGREES = [30, 60, 90, 120, 150, 180];
const SMALL_FACE_WIDTHS_PX = [96, 64, 48, 32, 24, 16];
/** Every second and every fourth picture are enough to see where a search ends; large scenes take a second each. */
const TURNED_STEP = 2;
const SMALL_FACE_STEP = 4;
const COLLAGES = [
  { columns: 4, rows: 3, cellPx: 400 },
  { columns: 6, rows: 6, cellPx: 200 },
];

/** Files without a face: drawn by the study, and taken from packages. */
export interface FaceFreePictures {
  readonly made: readonly string[];
  readonly packaged: readonly string[];
}

/** What to run. */
export interface StudyChoice {
  /** Only scenes whose kind has this in its name. */
  readonly only: string;
  readonly searches: readonly ComparedSearch[];
}

/** Runs every search on every scene, in a page that was built for it. */
export class Study {
  readonly #browser: BrowserPage;
  readonly #folder: string;

  constructor(browser: BrowserPage, folder: string) {
    this.#browser = browser;
    this.#folder = folder;
  }

  /**
   * The records of all kinds of scenes that are chosen: of the pictures `filenames` with a face each, and of the
   * files `faceFree` without one. The known faces are those that the app's own search finds nearest the centre at full size.
   */
  async run(
    filenames: readonly string[],
    faceFree: FaceFreePictures,
    { only, searches }: StudyChoice,
  ): Promise<StudyRecord<FoundFace>[]> {
    const bar = new SingleBar({ format: "{bar} {value}/{total} scenes, {group}" }, Presets.shades_classic);
    bar.start(filenames.length, 0, { group: "known faces" });
    try {
      const subjects = await this.#findSubjects(filenames, bar);
      const groups = [
        ...sceneGroups(subjects),
        ...faceFreeGroups(await this.#measure(faceFree.made), await this.#measure(faceFree.packaged)),
      ].filter(({ name }) => name.includes(only));
      bar.setTotal(filenames.length + groups.reduce((sum, { scenes }) => sum + scenes.length, 0));
      const records: StudyRecord<FoundFace>[] = [];
      for (const { name, scenes } of groups) {
        for (const [place, scene] of scenes.entries()) {
          records.push(...(await this.#search({ name, place }, scene, searches)));
          bar.increment({ group: name });
        }
      }
      return records;
    } finally {
      bar.stop();
    }
  }

  async #measure(filenames: readonly string[]): Promise<StudyPicture[]> {
    const pictures: StudyPicture[] = [];
    for (const filename of filenames) pictures.push({ filename, size: await this.#pictureSize(filename) });
    return pictures;
  }

  async #findSubjects(filenames: readonly string[], bar: SingleBar): Promise<Subject[]> {
    const subjects: Subject[] = [];
    for (const filename of filenames) {
      const size = await this.#pictureSize(filename);
      const toScene = { a: 1, b: 0, tx: 0, ty: 0 };
      const scene = { size, parts: [{ filename, toScene }], expected: [] };
      const [record] = await this.#search({ name: "known faces", place: 0 }, scene, ["shipped"]);
      const face = nearestCentre(record?.found ?? [], size);
      if (face) subjects.push({ filename, size, face });
      else console.log(`${filename} is left out: no face was found in it.`);
      bar.increment();
    }
    return subjects;
  }

  async #search(
    { name: group, place }: { readonly name: string; readonly place: number },
    scene: Scene,
    searches: readonly SearchName[],
  ): Promise<StudyRecord<FoundFace>[]> {
    const parts = scene.parts.map(({ filename, toScene }) => ({ url: this.#serve(filename), toScene }));
    const request = { scene: { size: scene.size, parts }, searches };
    const replies = await this.#browser.guard(
      this.#browser.page.evaluate((given) => window.studyScene(given.scene, given.searches), request),
    );
    return replies.map(({ search, faces, ms }) => ({
      group,
      scene: place,
      search,
      expected: scene.expected,
      found: faces,
      ms,
    }));
  }

  #pictureSize(filename: string) {
    return this.#browser.guard(
      this.#browser.page.evaluate(async (url) => {
        const { width, height } = await createImageBitmap(await (await fetch(url)).blob());
        return { width, height };
      }, this.#serve(filename)),
    );
  }

  #serve(filename: string): string {
    return this.#browser.pictures.add(resolve(this.#folder, filename));
  }
}

function sceneGroups(subjects: readonly Subject[]): SceneGroup[] {
  const everyNth = (step: number) => subjects.filter((_, index) => index % step === 0);
  return [
    { name: "full size", scenes: subjects.map(fullSizeScene) },
    ...TURNS_DEGREES.map((degrees) => ({
      name: `turned by ${degrees}°`,
      scenes: everyNth(TURNED_STEP).map((subject) => turnedScene(subject, degrees)),
    })),
    ...SMALL_FACE_WIDTHS_PX.map((width) => ({
      name: `small: ${width} px wide in 1600×1200`,
      scenes: everyNth(SMALL_FACE_STEP).map((subject, index) => smallFaceScene(subject, width, index)),
    })),
    ...COLLAGES.map(({ columns, rows, cellPx }) => ({
      name: `many: ${columns * rows} faces in ${columns * cellPx}×${rows * cellPx}`,
      scenes: collageScenes(subjects, columns, rows, cellPx),
    })),
  ];
}

function faceFreeGroups(made: readonly StudyPicture[], packaged: readonly StudyPicture[]): SceneGroup[] {
  const scaled = (pictures: readonly StudyPicture[], share: number) =>
    pictures.map((picture) => scaledScene(picture, share));
  return [
    { name: "face-free: drawn", scenes: scaled(made, 1) },
    { name: "face-free: drawn, half as large", scenes: scaled(made, 1 / 2) },
    { name: "face-free: packages", scenes: scaled(packaged, 1) },
    { name: "face-free: packages, half as large", scenes: scaled(packaged, 1 / 2) },
    { name: "face-free: 12 in 1600×1200", scenes: collageScenes([...made, ...packaged], 4, 3, 400) },
  ];
}
