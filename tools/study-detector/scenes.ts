import type { Face } from "../../src/engine/detect/face.ts";
import { mapFace } from "../../src/engine/detect/view.ts";
import { applySimilarity, type PixelSize, type Similarity } from "../../src/math/index.ts";

/** A picture of the study. */
export interface StudyPicture {
  /** Relative to the folder of the study, or absolute. */
  readonly filename: string;
  readonly size: PixelSize;
}

/** A picture of the study with the face that is known to be in it. */
export interface Subject extends StudyPicture {
  /** In pixels of the picture, as found at full size. */
  readonly face: Face;
}

/** Pictures laid on a grey canvas. */
export interface Scene {
  readonly size: PixelSize;
  readonly parts: readonly { readonly filename: string; readonly toScene: Similarity<"picture", "picture"> }[];
  /** The known faces, in pixels of the scene. */
  readonly expected: readonly Face[];
}

/** Scenes of one kind, which share a row of the results. */
export interface SceneGroup {
  readonly name: string;
  readonly scenes: readonly Scene[];
}

/** The size of a photo in which people stand far away. */
const CROWD_PX = { width: 1600, height: 1200 };

/** The picture as it is. */
export function fullSizeScene(subject: Subject): Scene {
  return sceneOf(subject.size, [{ subject, toScene: { a: 1, b: 0, tx: 0, ty: 0 } }]);
}

/** The picture scaled so that the face is `faceWidthPx` wide, somewhere in a large canvas; `index` chooses the place. */
export function smallFaceScene(subject: Subject, faceWidthPx: number, index: number): Scene {
  const scale = faceWidthPx / subject.face.box.width;
  const tx = fraction(index * 0.618) * (CROWD_PX.width - scale * subject.size.width);
  const ty = fraction(index * 0.755) * (CROWD_PX.height - scale * subject.size.height);
  return sceneOf(CROWD_PX, [{ subject, toScene: { a: scale, b: 0, tx, ty } }]);
}

/** The picture turned clockwise about its centre, in a square canvas that holds all of it. */
export function turnedScene(subject: Subject, degrees: number): Scene {
  const { width, height } = subject.size;
  const side = Math.ceil(Math.hypot(width, height));
  const angle = (degrees * Math.PI) / 180;
  const turn = { a: Math.cos(angle), b: Math.sin(angle), tx: 0, ty: 0 };
  const centre = applySimilarity(turn, { x: width / 2, y: height / 2 });
  const toScene = { ...turn, tx: side / 2 - centre.x, ty: side / 2 - centre.y };
  return sceneOf({ width: side, height: side }, [{ subject, toScene }]);
}

/** The picture at `share` of its size, where that is no larger than a photo of a crowd. */
export function scaledScene(picture: StudyPicture, share: number): Scene {
  const longest = Math.max(picture.size.width, picture.size.height);
  const scale = share * Math.min(1, CROWD_PX.width / longest);
  const size = { width: Math.round(scale * picture.size.width), height: Math.round(scale * picture.size.height) };
  return sceneOf(size, [{ subject: picture, toScene: { a: scale, b: 0, tx: 0, ty: 0 } }]);
}

/** Collages of `columns`×`rows` pictures in square cells of `cellPx`; pictures that fill no whole collage are left out. */
export function collageScenes(
  subjects: readonly StudyPicture[],
  columns: number,
  rows: number,
  cellPx: number,
): Scene[] {
  const perScene = columns * rows;
  return Array.from({ length: Math.floor(subjects.length / perScene) }, (_, scene) => {
    const placed = subjects.slice(scene * perScene, (scene + 1) * perScene).map((subject, index) => {
      const scale = cellPx / Math.max(subject.size.width, subject.size.height);
      const [tx, ty] = [(index % columns) * cellPx, Math.floor(index / columns) * cellPx];
      return { subject, toScene: { a: scale, b: 0, tx, ty } };
    });
    return sceneOf({ width: columns * cellPx, height: rows * cellPx }, placed);
  });
}

interface Placed {
  readonly subject: StudyPicture & Partial<Subject>;
  readonly toScene: Similarity<"picture", "picture">;
}

function sceneOf(size: PixelSize, placed: readonly Placed[]): Scene {
  return {
    size,
    parts: placed.map(({ subject, toScene }) => ({ filename: subject.filename, toScene })),
    expected: placed.flatMap(({ subject, toScene }) => (subject.face ? [mapFace(subject.face, toScene)] : [])),
  };
}

function fraction(value: number): number {
  return value - Math.floor(value);
}
