/** A value that is in use already, and whose it is, as a person would name it. */
export interface Taken {
  value: string;
  blocker: string;
}
