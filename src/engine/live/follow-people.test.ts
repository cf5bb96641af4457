import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Analysis, FaceReading } from "../api.ts";
import { faceOf } from "../track/testing/faces.ts";
import { type FollowedFrame, followPeople } from "./follow-people.ts";
import { FakeVideo } from "./testing/fake-video.ts";

let now = 0;

beforeEach(() => {
  now = 0;
  vi.spyOn(performance, "now").mockImplementation(() => now);
  vi.stubGlobal("document", { hidden: false });
  vi.stubGlobal("HTMLMediaElement", { HAVE_CURRENT_DATA: 2 });
  vi.stubGlobal("VideoFrame", class {});
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

function follow(faces: () => readonly FaceReading[]) {
  const video = new FakeVideo();
  const frames: FollowedFrame[] = [];
  const onFailure = vi.fn();
  const read = async () => ({ faces: faces(), timings: {} }) as unknown as Analysis;
  const following = followPeople(video as unknown as HTMLVideoElement, {
    read,
    onFrame: (frame) => frames.push(frame),
    onFailure,
  });
  const show = async (count: number) => {
    for (let frame = 0; frame < count; frame++) {
      now += 100;
      video.show();
      await new Promise((done) => setTimeout(done));
    }
  };
  return { frames, show, following, onFailure };
}

it("follows a person until the reading has settled, and forgets them when asked to", async () => {
  const { frames, show, following } = follow(() => [faceOf({})]);
  await show(1);
  expect(frames.at(-1)?.people).toEqual([]);
  await show(12);
  const [person] = frames.at(-1)?.people ?? [];
  expect(person).toMatchObject({ id: 1, reading: { years: 30, progress: 1 } });
  following.forget();
  await show(1);
  expect(frames.at(-1)?.people).toEqual([]);
});

it("tells of failures when there are three in a row, and reads nothing after it was stopped", async () => {
  const broken = follow(() => {
    throw new Error("broken");
  });
  await broken.show(2);
  expect(broken.onFailure).not.toHaveBeenCalled();
  await broken.show(2);
  expect(broken.onFailure).toHaveBeenCalledOnce();
  const stopped = follow(() => [faceOf({})]);
  stopped.following.stop();
  await stopped.show(1);
  expect(stopped.frames).toEqual([]);
});
