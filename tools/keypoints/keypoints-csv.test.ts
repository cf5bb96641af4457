import { expect, test } from "vitest";
import { type FaceKeypoints, KEYPOINT_NAMES } from "../../src/engine/detect/face.ts";
import { keypointsCsv } from "./keypoints-csv.ts";

const keypoints = Object.fromEntries(
  KEYPOINT_NAMES.map((name, index) => [name, { x: index, y: index + 0.5 }]),
) as FaceKeypoints;
const size = { width: 200, height: 100 };

test("writes the central face, and leaves empty what is not there", () => {
  const central = { box: { x: 75, y: 25, width: 50, height: 50 }, keypoints, score: 0.87654 };
  const other = { ...central, box: { x: 0, y: 0, width: 10, height: 10 } };
  const csv = keypointsCsv(
    new Map([
      ["a.jpg", { status: "read", size, faces: [other, central] }],
      ["b.jpg", { status: "read", size, faces: [] }],
      ["c.jpg", { status: "failed", reason: "damaged" }],
    ]),
  );
  expect(csv.split("\n")).toEqual([
    "filename,width,height,score,box_x,box_y,box_w,box_h,right_eye_x,right_eye_y,left_eye_x,left_eye_y,nose_x,nose_y," +
      "mouth_x,mouth_y,right_ear_x,right_ear_y,left_ear_x,left_ear_y",
    "a.jpg,200,100,0.8765,75.000,25.000,50.000,50.000,0.000,0.500,1.000,1.500,2.000,2.500,3.000,3.500,4.000,4.500,5.000,5.500",
    `b.jpg,200,100${",".repeat(17)}`,
    `c.jpg${",".repeat(19)}`,
    "",
  ]);
});
