import { describe, expect, test } from "vitest";
import { type Face, type FaceKeypoints, KEYPOINT_NAMES } from "../../src/engine/detect/face.ts";
import { countExtra, isFound, keypointError, type StudyRecord } from "./records.ts";
import { collageScenes, fullSizeScene, type Subject, scaledScene, smallFaceScene, turnedScene } from "./scenes.ts";
import type { FoundFace } from "./searches.ts";
import { believed, figuresOf, withMinScores } from "./summary.ts";

/** A face of 100 pixels at (x, y) whose keypoints all lie at its centre. */
function faceAt(x: number, y: number, score = 0.9): Face {
  const centre = { x: x + 50, y: y + 50 };
  const keypoints = Object.fromEntries(KEYPOINT_NAMES.map((name) => [name, centre])) as FaceKeypoints;
  return { box: { x, y, width: 100, height: 100 }, keypoints, score };
}

const subject: Subject = { filename: "a.jpg", size: { width: 400, height: 200 }, face: faceAt(150, 50) };

describe("records", () => {
  test("a face counts as found where box and keypoints agree", () => {
    expect(keypointError(faceAt(10, 0), faceAt(0, 0))).toBeCloseTo(0.1);
    expect(isFound(faceAt(0, 0), [faceAt(500, 0), faceAt(20, 0)])).toBe(true);
    expect(isFound(faceAt(0, 0), [faceAt(30, 0)])).toBe(false);
  });

  test("detections elsewhere are extra, misplaced ones are not", () => {
    expect(countExtra([faceAt(0, 0), faceAt(30, 0), faceAt(500, 0)], [faceAt(0, 0)])).toBe(1);
  });
});

describe("scenes", () => {
  test("full size leaves the face where it is", () => {
    expect(fullSizeScene(subject).expected).toEqual([subject.face]);
  });

  test("a turn by a quarter carries the centre along", () => {
    const { size, expected } = turnedScene({ ...subject, face: faceAt(250, 50) }, 90);
    expect(size).toEqual({ width: 448, height: 448 });
    expect(expected[0]?.box.x).toBeCloseTo(224 - 50);
    expect(expected[0]?.box.y).toBeCloseTo(224 + 100 - 50);
  });

  test("small faces have the wanted width and stay on the canvas", () => {
    for (const index of [0, 1, 2, 3]) {
      const box = smallFaceScene(subject, 20, index).expected[0]?.box;
      expect(box?.width).toBeCloseTo(20);
      expect(box?.x).toBeGreaterThanOrEqual(0);
      expect(box?.x).toBeLessThanOrEqual(1580);
    }
  });

  test("collages are filled row by row, and only whole ones are made", () => {
    const scenes = collageScenes(Array(9).fill(subject), 2, 2, 100);
    expect(scenes.map(({ expected }) => expected.length)).toEqual([4, 4]);
    expect(scenes[0]?.expected[3]?.box).toEqual({ x: 137.5, y: 112.5, width: 25, height: 25 });
  });

  test("a picture without a face is scaled to a photo's size at most, and nothing is expected in it", () => {
    const picture = { filename: "/b.jpg", size: { width: 4000, height: 1000 } };
    expect(scaledScene(picture, 1)).toMatchObject({ size: { width: 1600, height: 400 }, expected: [] });
    expect(scaledScene(picture, 0.5).size).toEqual({ width: 800, height: 200 });
  });
});

describe("figures", () => {
  const seen = (face: Face, seenIn: FoundFace["seenIn"], meanScore = face.score): FoundFace => ({
    ...face,
    seenIn,
    meanScore,
  });
  const found = [seen(faceAt(0, 0, 0.6), "whole"), seen(faceAt(300, 0, 0.6), "tile", 0.4)];

  test("minimum scores differ by region, and hold for the mean of close views, too", () => {
    expect(believed(found, { whole: 0.5, tile: 0.7, mean: 0 })).toEqual([found[0]]);
    expect(believed(found, { whole: 0.7, tile: 0.6, mean: 0 })).toEqual([found[1]]);
    expect(believed(found, { whole: 0.5, tile: 0.5, mean: 0.5 })).toEqual([found[0]]);
    expect(believed(found, { whole: 0.9, tile: 0.9, mean: 0 })).toEqual([]);
  });

  test("count misses, false and extra faces and time", () => {
    const record = {
      group: "g",
      scene: 0,
      search: "photo",
      expected: [faceAt(0, 0), faceAt(900, 0)],
      found,
      ms: 8,
    } as const;
    const records: StudyRecord<FoundFace>[] = [record];
    expect(figuresOf(records)).toEqual({ faces: 2, missedRate: 0.5, falseRate: 1, extraPerScene: 1, msPerScene: 8 });
    expect(figuresOf(withMinScores(records, { whole: 0.5, tile: 0.7, mean: 0 })).falseRate).toBe(0);
  });
});
