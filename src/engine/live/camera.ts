/** Everything for which there may be no picture from a camera. */
export const CAMERA_PROBLEMS = [
  "denied",
  "framed",
  "none",
  "in-use",
  "gone",
  "silent",
  "insecure",
  "not-offered",
  "unknown",
] as const;

/** Why there is no picture from a camera, one of CAMERA_PROBLEMS. */
export type CameraProblem = (typeof CAMERA_PROBLEMS)[number];

/** A failure to open a camera, for the page to put into words. */
export class CameraError extends Error {
  override readonly name = "CameraError";
  readonly problem: CameraProblem;

  constructor(problem: CameraProblem, options?: ErrorOptions) {
    super(`No picture from the camera: ${problem}.`, options);
    this.problem = problem;
  }
}

/** Large enough for several people at arm's length from each other, small enough for every webcam. */
const WANTED_SIZE = { width: { ideal: 1280 }, height: { ideal: 720 } };

/**
 * Opens a camera, without sound; the one that faces the visitor where none is chosen. A chosen one that is gone is
 * replaced by any other.
 *
 * @throws CameraError with the reason, for instance `denied`.
 * @example
 * video.srcObject = await openCamera();
 */
export async function openCamera(deviceId?: string): Promise<MediaStream> {
  if (!navigator.mediaDevices?.getUserMedia) throw new CameraError(isSecureContext ? "not-offered" : "insecure");
  if (isCameraAllowedToPage() === false) throw new CameraError("framed");
  const which = deviceId === undefined ? { facingMode: "user" } : { deviceId: { exact: deviceId } };
  try {
    return await navigator.mediaDevices.getUserMedia({ video: { ...WANTED_SIZE, ...which }, audio: false });
  } catch (error) {
    const problem = problemOf(error);
    if (problem === "none" && deviceId !== undefined) return openCamera();
    const mayBeFrame = problem === "denied" && isFramed() && isCameraAllowedToPage() === undefined;
    throw new CameraError(mayBeFrame ? "framed" : problem, { cause: error });
  }
}

/** Turns a camera off. */
export function closeCamera(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

/** Whether another page shows this one inside itself. */
function isFramed(): boolean {
  return window.top !== window;
}

/** Whether the page around this one, and the server, let it ask for a camera; `undefined` where the browser does not tell. */
function isCameraAllowedToPage(): boolean | undefined {
  const { featurePolicy } = document as Document & { featurePolicy?: { allowsFeature(feature: string): boolean } };
  return featurePolicy?.allowsFeature("camera");
}

/** The names that the standard gives to failures of getUserMedia, and those of older browsers. */
function problemOf(error: unknown): CameraProblem {
  switch (error instanceof DOMException ? error.name : undefined) {
    case "NotAllowedError":
    case "SecurityError":
      return "denied";
    case "NotFoundError":
    case "OverconstrainedError":
      return "none";
    case "NotReadableError":
    case "AbortError":
      return "in-use";
    default:
      return "unknown";
  }
}
