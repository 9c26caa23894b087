/** A value that survives `JSON.parse(JSON.stringify(value))` unchanged. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** A JSON Schema (draft 7), as far as this project looks into it. */
export type JsonSchema = { [keyword: string]: Json };
