/** `find`, which asks only once for each argument; a failure is remembered as well. */
export function remember<T>(find: (name: string) => Promise<T>): (name: string) => Promise<T> {
  const asked = new Map<string, Promise<T>>();
  return (name) => {
    const promise = asked.get(name) ?? find(name);
    asked.set(name, promise);
    return promise;
  };
}
