// @vitest-environment happy-dom
import { act, cleanup, renderHook } from "@testing-library/react";
import { StrictMode, useRef } from "react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { FollowedFrame, FollowOptions } from "../engine/index.ts";
import { forgetLent, lent } from "./testing/fake-engine.ts";
import { type LiveSource, useLiveAges } from "./use-live-ages.ts";

const following = vi.hoisted(() => ({
  all: [] as { video: HTMLVideoElement; told: FollowOptions; stop: () => void }[],
}));

vi.mock("../engine/index.ts", async (original) => ({
  ...(await original<typeof import("../engine/index.ts")>()),
  borrowEngine: (await import("./testing/fake-engine.ts")).lendFakeEngine,
  followPeople: (video: HTMLVideoElement, told: FollowOptions) => {
    const one = { video, told, stop: vi.fn(() => following.all.splice(following.all.indexOf(one), 1)) };
    following.all.push(one);
    return { stop: one.stop, forget: vi.fn() };
  },
}));

const options = { manifestUrl: "models/manifest.json" };
const people = [{ id: 1 }] as unknown as FollowedFrame["people"];
const frame = { people } as FollowedFrame;

beforeEach(() => {
  forgetLent();
  following.all.length = 0;
});
afterEach(cleanup);

const render = (source: LiveSource) =>
  renderHook(({ source }) => useLiveAges(source, { ...options }), { initialProps: { source }, wrapper: StrictMode });

const told = () => following.all[0]?.told as FollowOptions;

it("follows a video once where effects run twice, and nothing any more when the component is gone", () => {
  const video = document.createElement("video");
  const { result, unmount } = render(video);
  expect(following.all.map((one) => one.video)).toEqual([video]);
  expect(result.current.status).toBe("reading");
  act(() => told().onFrame(frame));
  expect(result.current).toMatchObject({ status: "read", people });
  unmount();
  expect(following.all).toEqual([]);
  expect(lent.count).toBe(0);
});

it("finds the video behind a ref, and people of another video are never shown", () => {
  const { result, rerender } = renderHook(
    ({ shown }) => {
      const ref = useRef<HTMLVideoElement>(null);
      ref.current = shown;
      return useLiveAges(ref, options);
    },
    { initialProps: { shown: null as HTMLVideoElement | null } },
  );
  expect(result.current.status).toBe("idle");
  const videos = [document.createElement("video"), document.createElement("video")] as const;
  rerender({ shown: videos[0] });
  act(() => told().onFrame(frame));
  expect(result.current.people).toBe(people);
  rerender({ shown: videos[1] });
  expect(following.all.map((one) => one.video)).toEqual([videos[1]]);
  expect(result.current).toMatchObject({ status: "reading", people: [] });
});

it("plays a stream by itself, and does not end it", () => {
  const stream = new MediaStream();
  vi.spyOn(HTMLMediaElement.prototype, "play").mockResolvedValue();
  const { unmount } = render(stream);
  const [one] = following.all;
  expect(one?.video.srcObject).toBe(stream);
  unmount();
  expect(one?.video.srcObject).toBe(null);
});

it("reads frames with the effort for video, tells progress before the first, and goes on after a failure", async () => {
  const { result } = render(document.createElement("video"));
  void told().read({} as VideoFrame, new AbortController().signal);
  expect(lent.calls[0]?.options.effort).toBe("frame");
  act(() => lent.calls[0]?.options.onProgress?.({ kind: "start", part: "network" }));
  expect(result.current.progress).toEqual({ kind: "start", part: "network" });
  act(() => told().onFailure(new Error("broken")));
  expect(result.current).toMatchObject({ status: "failed", error: { code: "internal" } });
  act(() => result.current.retry());
  expect(result.current.status).toBe("reading");
  expect(following.all).toHaveLength(1);
});
