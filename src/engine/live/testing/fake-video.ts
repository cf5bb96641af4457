/** A playing video whose frames come when a test says so; as long as `readyState` is 0 none has come. */
export class FakeVideo {
  readonly paused = false;
  readyState = 0;
  show: () => void = () => {};

  requestVideoFrameCallback(onFrame: () => void): number {
    this.show = () => {
      this.readyState = 2;
      onFrame();
    };
    return 1;
  }

  cancelVideoFrameCallback(): void {
    this.show = () => {};
  }
}
