/** Every text of a catalogue by its key, `cli.list.summary`. */
export function listTexts(catalogue: object, path = ''): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [key, value] of Object.entries(catalogue)) {
    const name = path ? `${path}.${key}` : key;
    if (typeof value === 'string') texts.set(name, value);
    else for (const [inner, text] of listTexts(value, name)) texts.set(inner, text);
  }
  return texts;
}
