import { describe, expect, test } from "vitest";
import { type FaceKeypoints, mapKeypoints } from "../../detect/face.ts";
import { estimatePose } from "./index.ts";

const DEGREE = Math.PI / 180;

/** A head by its own measures: x to its left, y down, z out of its face; half the ear distance is 74. */
const HEAD = {
  rightEye: [-32, -38, 92],
  leftEye: [32, -38, 92],
  nose: [0, -3.152, 122.1],
  mouth: [0, 28, 92],
  rightEar: [-74, -20, 0],
  leftEar: [74, -20, 0],
} as const;

/** The head seen from far away, turned by yaw, then pitch, then roll. */
function seen({ roll = 0, yaw = 0, pitch = 0 }): FaceKeypoints {
  const project = ([x, y, z]: readonly [number, number, number]) => {
    const turned = { x: x * Math.cos(yaw) + z * Math.sin(yaw), z: z * Math.cos(yaw) - x * Math.sin(yaw) };
    const nodded = y * Math.cos(pitch) + turned.z * Math.sin(pitch);
    return {
      x: 500 + turned.x * Math.cos(roll) - nodded * Math.sin(roll),
      y: 300 + turned.x * Math.sin(roll) + nodded * Math.cos(roll),
    };
  };
  const points = Object.entries(HEAD).map(([name, point]) => [name, project(point)]);
  return Object.fromEntries(points) as FaceKeypoints;
}

describe("estimatePose", () => {
  test("a head that looks into the camera has no roll, yaw or pitch", () => {
    const pose = estimatePose(seen({}));
    expect(pose.roll).toBeCloseTo(0, 6);
    expect(pose.yaw).toBeCloseTo(0, 6);
    expect(Math.abs(pose.pitch)).toBeLessThan(1.5);
  });

  test.each([-170, -35, 20, 90, 140])("roll of %d° is exact", (roll) => {
    expect(estimatePose(seen({ roll: roll * DEGREE })).roll).toBeCloseTo(roll, 6);
  });

  test.each([-60, -25, 10, 45])("yaw of %d° is found, whatever the roll", (yaw) => {
    const pose = estimatePose(seen({ yaw: yaw * DEGREE, roll: 30 * DEGREE }));
    expect(pose.yaw).toBeCloseTo(yaw, 4);
  });

  test.each([-25, 15, 30])("pitch of %d° is found to five degrees", (pitch) => {
    expect(Math.abs(estimatePose(seen({ pitch: pitch * DEGREE })).pitch - pitch)).toBeLessThan(5);
  });

  test("keypoints that coincide give numbers", () => {
    const pose = estimatePose(mapKeypoints(seen({}), () => ({ x: 3, y: 3 })));
    expect(pose).toEqual({ roll: 0, yaw: 0, pitch: 0 });
  });
});
