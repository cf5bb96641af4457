import type { Point } from "../../../math/index.ts";
import type { FaceKeypoints } from "../../detect/face.ts";

/** How a head is turned, in degrees; 0, 0, 0 looks straight into the camera. */
export interface Pose {
  /** Of the line through the eyes; positive = clockwise in the picture. */
  readonly roll: number;
  /** Positive = the nose points to the right of the picture, that is, to the person's left. */
  readonly yaw: number;
  /** Positive = the nose points down. */
  readonly pitch: number;
}

/** Nose tip in front of the line through the ears, over half the distance of the ears (about 122 mm over 74 mm). */
const NOSE_DEPTH_PER_HALF_EAR_DISTANCE = 1.65;

/** Nose tip in front of the plane of eyes and mouth, over the height from mouth to eyes (about 30 mm over 66 mm). */
const NOSE_DEPTH_PER_FACE_HEIGHT = 0.45;

/** Nose tip below the middle between eyes and mouth, over that height, on an upright head: median over UTKFace. */
const NOSE_DROP_PER_FACE_HEIGHT = 0.028;

/**
 * Pose from six keypoints.
 *
 * Roll is exact. Yaw and pitch assume an average head seen from far away and measure how far the nose tip has moved, after
 * the roll is undone: tan yaw = (nose − middle of ears) / (1.65 · half the ear distance), and with h = the height from
 * mouth to eyes, tan pitch = (nose − middle of eyes and mouth − 0.028·h) / (0.45·h). Both are coarse: a long or a flat
 * nose, an open mouth or a camera at arm's length shifts them by ten degrees and more; beyond 60° of yaw the detector
 * guesses the hidden ear.
 */
export function estimatePose(keypoints: FaceKeypoints): Pose {
  const eyeLine = difference(keypoints.leftEye, keypoints.rightEye);
  const roll = Math.atan2(eyeLine.y, eyeLine.x);
  const upright = (point: Point) => rotated(point, -roll);
  return { roll: degrees(roll), yaw: degrees(yaw(keypoints, upright)), pitch: degrees(pitch(keypoints, upright)) };
}

function yaw({ rightEar, leftEar, nose }: FaceKeypoints, upright: (point: Point) => Point): number {
  const right = upright(rightEar).x;
  const left = upright(leftEar).x;
  const halfDistance = Math.max((left - right) / 2, 0);
  return Math.atan2(upright(nose).x - (left + right) / 2, NOSE_DEPTH_PER_HALF_EAR_DISTANCE * halfDistance);
}

function pitch({ rightEye, leftEye, nose, mouth }: FaceKeypoints, upright: (point: Point) => Point): number {
  const eyes = (upright(rightEye).y + upright(leftEye).y) / 2;
  const lips = upright(mouth).y;
  const height = Math.max(lips - eyes, 0);
  const drop = upright(nose).y - (eyes + lips) / 2 - NOSE_DROP_PER_FACE_HEIGHT * height;
  return Math.atan2(drop, NOSE_DEPTH_PER_FACE_HEIGHT * height);
}

function difference(a: Point, b: Point): Point {
  return { x: a.x - b.x, y: a.y - b.y };
}

function rotated({ x, y }: Point, radians: number): Point {
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
  return { x: cos * x - sin * y, y: sin * x + cos * y };
}

function degrees(radians: number): number {
  return (radians * 180) / Math.PI;
}
