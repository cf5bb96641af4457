import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { FrameLoop } from "./frame-loop.ts";
import { FakeVideo } from "./testing/fake-video.ts";

const page = { hidden: false };
const onPicture = vi.fn();

function watch() {
  const video = new FakeVideo();
  const loop = new FrameLoop({
    video: video as unknown as HTMLVideoElement,
    read: () => new Promise(() => {}),
    pauseMs: () => Number.POSITIVE_INFINITY,
    onRead: vi.fn(),
    onFailure: vi.fn(),
    onPicture,
  });
  return { video, loop };
}

beforeEach(() => {
  vi.useFakeTimers();
  onPicture.mockReset();
  page.hidden = false;
  vi.stubGlobal("document", page);
  vi.stubGlobal("HTMLMediaElement", { HAVE_CURRENT_DATA: 2 });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it("says once that a camera sends no frame, and that one has come after all", () => {
  const { video } = watch();
  vi.advanceTimersByTime(5000);
  expect(onPicture).not.toHaveBeenCalled();
  vi.advanceTimersByTime(60_000);
  expect(onPicture.mock.calls).toEqual([[false]]);
  video.show();
  video.show();
  vi.advanceTimersByTime(60_000);
  expect(onPicture.mock.calls).toEqual([[false], [true]]);
});

it("says nothing of a camera that has sent a frame, of a hidden page, and after its end", () => {
  const first = watch();
  first.video.show();
  vi.advanceTimersByTime(60_000);
  first.loop.stop();
  page.hidden = true;
  watch();
  vi.advanceTimersByTime(60_000);
  page.hidden = false;
  vi.advanceTimersByTime(5000);
  expect(onPicture).not.toHaveBeenCalled();
  const last = watch();
  last.loop.stop();
  vi.advanceTimersByTime(5000);
  expect(onPicture).toHaveBeenCalledTimes(1);
});
