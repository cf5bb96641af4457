import type { Face } from "../../src/engine/detect/face.ts";
import { mapFace } from "../../src/engine/detect/view.ts";
import { applySimilarity, type PixelSize, type Similarity } from "../../src/math/index.ts";

/** A picture of the study with the face that is known to be in it. */
export interface Subject {
  readonly filename: string;
  readonly size: PixelSize;
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

/** Collages of `columns`×`rows` pictures in square cells of `cellPx`; pictures that fill no whole collage are left out. */
export function collageScenes(subjects: readonly Subject[], columns: number, rows: number, cellPx: number): Scene[] {
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

function sceneOf(
  size: PixelSize,
  placed: readonly { subject: Subject; toScene: Similarity<"picture", "picture"> }[],
): Scene {
  return {
    size,
    parts: placed.map(({ subject, toScene }) => ({ filename: subject.filename, toScene })),
    expected: placed.map(({ subject, toScene }) => mapFace(subject.face, toScene)),
  };
}

function fraction(value: number): number {
  return value - Math.floor(value);
}
