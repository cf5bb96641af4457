import { readAges } from "./agelens/index.js";

const [input, status, list] = document.querySelectorAll("input, [role=status], ol");

input.addEventListener("change", async () => {
  list.replaceChildren();
  status.textContent = "Reading …";
  try {
    const faces = await readAges(input.files[0]);
    status.textContent = `Faces found: ${faces.length}`;
    for (const { reading } of faces) {
      const line = document.createElement("li");
      line.textContent = reading.status === "estimated" ? `${reading.years.toFixed(1)} years` : "no age";
      list.append(line);
    }
  } catch (error) {
    status.textContent = error.message;
  }
});
