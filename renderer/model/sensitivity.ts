import type { SensitivityLabel } from "./briefing.ts";

const tlp = /\bTLP\s*[:\-–]?\s*(RED|AMBER\s*\+\s*STRICT|AMBER|GREEN|CLEAR|WHITE)\b/i;
const tlpLevels: Readonly<Record<string, Extract<SensitivityLabel, { scale: "tlp" }>["level"]>> = {
  red: "red",
  "amber+strict": "amber-strict",
  amber: "amber",
  green: "green",
  clear: "clear",
  // TLP 1 called it white.
  white: "clear",
};

const ochaLine =
  /(?:\bOCHA\b|\b(?:sensitivity|classification|sensibilit[ée]|confidentialit[ée]|diffusion|distribution|information)\b)[^\n]{0,40}?\b(strictly confidential|strictement confidentiel(?:le)?|confidential|confidentiel(?:le)?|restricted|restreinte?|diffusion restreinte|public|publique)\b/i;
const ownLine =
  /^\s*[[(*]*\s*(strictly confidential|strictement confidentiel|confidential|confidentiel|restricted|diffusion restreinte|siri(?: kabisa)?)\s*[\])*]*\s*$/im;

function ochaLevel(words: string): Extract<SensitivityLabel, { scale: "ocha" }>["level"] {
  const lower = words.toLowerCase();
  if (/^strict|kabisa/.test(lower)) return "strictly-confidential";
  if (/^confid|^siri/.test(lower)) return "confidential";
  return lower.startsWith("publi") ? "public" : "restricted";
}

/** The label that a text's author wrote on it; null = none. The two scales are never converted into one another. */
export function labelIn(text: string): SensitivityLabel | null {
  const trafficLight = tlp.exec(text)?.[1];
  if (trafficLight !== undefined) {
    const level = tlpLevels[trafficLight.toLowerCase().replace(/\s/g, "")];
    if (level !== undefined) return { scale: "tlp", level };
  }
  const written = ochaLine.exec(text)?.[1] ?? ownLine.exec(text)?.[1];
  return written === undefined ? null : { scale: "ocha", level: ochaLevel(written) };
}
