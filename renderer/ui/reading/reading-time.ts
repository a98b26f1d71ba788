const wordsPerMinute = 200;

export function readingMinutesOf(wordCount: number): number {
  return Math.max(1, Math.round(wordCount / wordsPerMinute));
}
