import { expect, it } from "vitest";
import { createAppStore } from "../store/store.ts";
import { createFakeEngine } from "../store/testing/fake-engine.ts";
import { followAddress } from "./address.ts";

/** A window at `hash` whose events are sent by hand: a browser sends them some time after a click. */
function setUp(hash = "") {
  const page = Object.assign(new EventTarget(), { location: { hash } });
  const store = createAppStore(() => createFakeEngine().engine);
  const stop = followAddress(store, page);
  const tell = () => page.dispatchEvent(new Event("hashchange"));
  return { page, store, stop, tell };
}

it("opens the view that the address names, and follows links and the way back", () => {
  const { page, store, tell } = setUp("#about");
  expect(store.getState().view).toBe("about");
  page.location.hash = "#live";
  tell();
  expect(store.getState().view).toBe("live");
});

it("writes a view that was opened without a link into the address", () => {
  const { page, store } = setUp();
  expect(page.location.hash).toBe("");
  store.getState().goTo("batch");
  expect(page.location.hash).toBe("batch");
});

it("loses no click on a link while other things happen to the page", () => {
  const { page, store, tell } = setUp("#about");
  page.location.hash = "#photo";
  store.setState({ problem: { code: "download-failed" } });
  expect(page.location.hash).toBe("#photo");
  tell();
  expect(store.getState().view).toBe("photo");
});

it("leaves the address alone once it is stopped", () => {
  const { page, store, stop, tell } = setUp("#about");
  stop();
  store.getState().goTo("live");
  expect(page.location.hash).toBe("#about");
  page.location.hash = "#batch";
  tell();
  expect(store.getState().view).toBe("live");
});
