/** What a person has chosen, shown before the library says the same. */
export interface Ahead<Value> {
  readonly value: Value;
  /** Number of the first question that was asked once this was kept; null = it is still being kept. */
  readonly keptAtQuestion: number | null;
}

/** What to show: the choice, until an answer comes to a question that was asked after it was kept. Older answers are old news. */
export function shownValue<Value>(ahead: Ahead<Value> | null, answer: Value, answered: number): Value {
  if (ahead === null) return answer;
  return ahead.keptAtQuestion === null || answered < ahead.keptAtQuestion ? ahead.value : answer;
}
