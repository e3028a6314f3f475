/** A page as it is read: without the marks that only keep words on one line, such as "HD 23". */
export const asRead = (html: string): string =>
  html.replaceAll(/<span class="nowrap">([^<]*)<\/span>/g, '$1');
