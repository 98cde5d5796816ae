/** The outcome of `janji` if it comes within so many milliseconds, else that of `lewat`; what it does goes on all the same. */
export const dalamWaktu = async <T>(janji: Promise<T>, ms: number, lewat: () => T): Promise<T> => {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  const tenggat = setTimeout(() => {
    try {
      resolve(lewat());
    } catch (e) {
      reject(e);
    }
  }, ms);
  janji.then(resolve, reject);
  return promise.finally(() => clearTimeout(tenggat));
};
