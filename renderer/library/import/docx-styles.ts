import { readXml } from "./read-xml.ts";

interface DocxStyle {
  name: string;
  basedOn: string | null;
  /** Outline level from 0 on, as the style itself says. */
  outline: number | null;
  list: { numId: string; depth: number } | null;
}

/** What a paragraph's style says about its part in the text; looks are left out. */
export interface DocxStyles {
  /** 1 = the title, 2 = the first level of headings. */
  headingOf(styleId: string | null, outline: number | null): number | null;
  listOf(styleId: string | null): { readonly numId: string; readonly depth: number } | null;
}

const longestChain = 20;
const headingName = /^(?:heading|titre|überschrift|título)\s*(\d)$/i;
const titleName = /^(?:title|titre)$/i;
/** Word's level 9 means "body text". */
const bodyOutline = 9;

export function readDocxStyles(xml: string | null): DocxStyles {
  const styles = new Map<string, DocxStyle>();
  let open: DocxStyle | null = null;
  readXml(xml ?? "<styles/>", {
    open(name, attribute) {
      if (name === "style") {
        open = { name: "", basedOn: null, outline: null, list: null };
        styles.set(attribute("styleId") ?? "", open);
      }
      if (open === null) return;
      if (name === "name") open.name = attribute("val") ?? "";
      else if (name === "basedOn") open.basedOn = attribute("val");
      else if (name === "outlineLvl") open.outline = Number(attribute("val"));
      else if (name === "numId") open.list = { numId: attribute("val") ?? "0", depth: open.list?.depth ?? 0 };
      else if (name === "ilvl") open.list = { numId: open.list?.numId ?? "0", depth: Number(attribute("val")) };
    },
    close(name) {
      if (name === "style") open = null;
    },
    text() {},
  });

  function* chainOf(styleId: string | null): Generator<DocxStyle> {
    let id = styleId;
    for (let steps = 0; id !== null && steps < longestChain; steps++) {
      const style = styles.get(id);
      if (style === undefined) return;
      yield style;
      id = style.basedOn;
    }
  }

  return {
    headingOf(styleId, outline) {
      if (outline !== null && outline < bodyOutline) return outline + 2;
      for (const style of chainOf(styleId)) {
        if (titleName.test(style.name)) return 1;
        const level = headingName.exec(style.name)?.[1];
        if (level !== undefined) return Number(level) + 1;
        if (style.outline !== null) return style.outline < bodyOutline ? style.outline + 2 : null;
      }
      return null;
    },
    listOf(styleId) {
      for (const { list } of chainOf(styleId)) if (list !== null) return list;
      return null;
    },
  };
}

/** Which numbered lists count and which only have bullets. */
export function readDocxNumbering(
  xml: string | null,
): (numId: string, depth: number) => "ordered" | "bullets" | "none" {
  const formats = new Map<string, string>();
  const abstractOf = new Map<string, string>();
  let abstract = "";
  let number = "";
  let depth = "";
  readXml(xml ?? "<numbering/>", {
    open(name, attribute) {
      if (name === "abstractNum") abstract = attribute("abstractNumId") ?? "";
      else if (name === "num") number = attribute("numId") ?? "";
      else if (name === "abstractNumId") abstractOf.set(number, attribute("val") ?? "");
      else if (name === "lvl") depth = attribute("ilvl") ?? "0";
      else if (name === "numFmt") formats.set(`${abstract}/${depth}`, attribute("val") ?? "bullet");
    },
    close() {},
    text() {},
  });
  return (numId, wanted) => {
    if (numId === "0") return "none";
    const format = formats.get(`${abstractOf.get(numId) ?? ""}/${wanted}`) ?? "bullet";
    if (format === "none") return "none";
    return format === "bullet" ? "bullets" : "ordered";
  };
}

/** Addresses that links name by an id. */
export function readDocxLinks(xml: string | null): ReadonlyMap<string, string> {
  const links = new Map<string, string>();
  readXml(xml ?? "<Relationships/>", {
    open(name, attribute) {
      if (name !== "Relationship" || !/\/hyperlink$/.test(attribute("Type") ?? "")) return;
      links.set(attribute("Id") ?? "", attribute("Target") ?? "");
    },
    close() {},
    text() {},
  });
  return links;
}
