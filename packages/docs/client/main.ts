import "../../../src/app/styles/tokens.css";
import "../../../src/app/styles/font.css";
import "../../../src/app/styles/base.css";
import "./layout.css";
import "./text.css";
import "./code.css";
import "./search.css";
import { addCopyButtons } from "./copy.ts";
import { makeScrollersReachable } from "./scrollers.ts";
import { setUpSearch } from "./search.ts";

// The page that is open is in view in a long menu, too.
document.querySelector(".menu [aria-current]")?.scrollIntoView({ block: "nearest" });
addCopyButtons();
makeScrollersReachable();
setUpSearch();
