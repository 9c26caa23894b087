/** The values that `${{ … }}` stands for in one attempt; keys as in the lab's file. */
export interface Scope {
  /** Key → the name on this engine. */
  names: Record<string, string>;
  /** Key → the value drawn for this learner. */
  vars: Record<string, string>;
  images: Record<string, string>;
  attempt: { id: string };
  learner: { id: string };
}
