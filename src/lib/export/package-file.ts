/** A file of a package, by its path; the order is that of the package. */
export interface PackageFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}
