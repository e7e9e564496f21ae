/** A dictionary of opencc-js: `源 目标|源 目标|…`. */
declare module 'opencc-js/dict/*' {
  const dictionary: string;
  export default dictionary;
}
