import { closeCamera, createEngine, followPeople, openCamera } from "./agelens/index.js";

const [button, status, video, list] = document.querySelectorAll("button, [role=status], video, ol");
const engine = createEngine();

button.addEventListener("click", async () => {
  button.disabled = true;
  status.textContent = "Starting …";
  try {
    video.srcObject = await openCamera();
    followPeople(video, {
      read: (frame, signal) => engine.analyse(frame, { effort: "frame", signal }),
      onFrame: ({ people }) => show(people),
      onFailure: stop,
    });
  } catch (error) {
    stop(error);
  }
});

function show(people) {
  status.textContent = "";
  const lines = people.map(({ reading }) => {
    const line = document.createElement("li");
    const settled = reading?.progress === 1 ? "" : " …";
    line.textContent = reading ? `${reading.years} years${settled}` : "no age";
    return line;
  });
  list.replaceChildren(...lines);
}

function stop(error) {
  if (video.srcObject) closeCamera(video.srcObject);
  video.srcObject = null;
  button.disabled = false;
  status.textContent = error.message;
}
