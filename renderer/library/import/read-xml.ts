import { SaxesParser } from "saxes";

export type XmlAttribute = (name: string) => string | null;

/** Told in the order of the document, by local names: no tree is built and nothing recurses. */
export interface XmlListener {
  open(name: string, attribute: XmlAttribute): void;
  close(name: string): void;
  text(text: string): void;
}

class NotXml extends Error {}

/**
 * Answers false for what isn't well-formed. The parser knows only the five entities of XML itself, so a document that
 * declares others to swell, or to have files read in, ends here.
 */
export function readXml(xml: string, listener: XmlListener): boolean {
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", () => {
    throw new NotXml();
  });
  parser.on("opentag", ({ local, attributes }) => {
    listener.open(local, (wanted) => {
      for (const { local: name, value } of Object.values(attributes)) if (name === wanted) return value;
      return null;
    });
  });
  parser.on("closetag", ({ local }) => listener.close(local));
  parser.on("text", (text) => listener.text(text));
  parser.on("cdata", (text) => listener.text(text));
  try {
    parser.write(xml).close();
    return true;
  } catch (error) {
    if (error instanceof NotXml) return false;
    throw error;
  }
}
