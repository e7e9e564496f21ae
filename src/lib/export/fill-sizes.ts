/** A file as it is listed. */
export interface ListedFile {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * Write sizes and hashes into a page that has a place for each (`<span data-size="a.epub">`, `<code data-sha256=…>`): the
 * files are made when the pages are.
 * @throws Error where a place names no file, so that no list is printed with a hole in it
 */
export function fillSizes(html: string, files: readonly ListedFile[]): string {
  return html.replace(
    /(<(span|code) [^>]*data-(size|sha256)="([^"]+)"[^>]*>)[^<]*(?=<\/\2>)/g,
    (_, tag: string, __, kind: string, name: string) => {
      const file = files.find((each) => each.name === name);
      if (!file)
        throw new Error(`Unexpected ${name} in the list of downloads, expected a file in downloads/.`);
      return tag + (kind === 'size' ? describeSize(file.bytes) : file.sha256);
    },
  );
}

/** `1.24 MB`, `3.5 KB`: powers of ten, as systems show files. */
export function describeSize(bytes: number): string {
  return bytes < 1e6 ? `${(bytes / 1e3).toFixed(1)} KB` : `${(bytes / 1e6).toFixed(2)} MB`;
}

/** A printed document, which only some builds have. */
export interface ListedPdf extends ListedFile {
  readonly slug: string;
  readonly label: string;
}

/** List printed documents in a page that has a place for those of each (`<tbody data-pdf="slug">`). @param root of `downloads/` */
export function fillPdfs(html: string, files: readonly ListedPdf[], root: string): string {
  return html.replace(
    /(<tbody [^>]*data-pdf="([^"]+)"[^>]*>)[\s\S]*?(?=<\/tbody>)/g,
    (_, tag: string, slug: string) => {
      const rows = files
        .filter((file) => file.slug === slug)
        .map(({ name, label, bytes, sha256 }) => {
          const link = `<a href="${root}${name}" download>${label}</a>`;
          const size = describeSize(bytes);
          return `<tr><th scope="row">${link}</th><td>${size}</td><td><code>${sha256}</code></td></tr>`;
        });
      return tag + rows.join('');
    },
  );
}
