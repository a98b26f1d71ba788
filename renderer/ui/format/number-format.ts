const formats = new Map<string, Intl.NumberFormat>();

/** Making a NumberFormat costs more than a hundred uses of it, and each row of a list has its age. */
export function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = locale + JSON.stringify(options);
  const known = formats.get(key) ?? new Intl.NumberFormat(locale, options);
  formats.set(key, known);
  return known;
}
