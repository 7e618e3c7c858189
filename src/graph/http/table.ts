/** What a server answers: methods and addresses. */
export class RouteTable {
  readonly #routes: { readonly method: string; readonly url: string; readonly pattern: RegExp }[] = [];

  /** Notes a route. @param url with `:name` where any segment may stand */
  add(method: string, url: string): void {
    const parts = url
      .split('/')
      .map((part) => (part.startsWith(':') ? '[^/]+' : part.replaceAll(/[$.()*+?]/g, '\\$&')));
    this.#routes.push({ method, url, pattern: new RegExp(`^${parts.join('/')}$`, 'i') });
  }

  /** All of them: `GET /v1.0/me/messages`. */
  get all(): readonly string[] {
    return this.#routes.map(({ method, url }) => `${method} ${url}`);
  }

  /** The methods that an address has. */
  methodsAt(path: string): readonly string[] {
    return [...new Set(this.#routes.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method))];
  }
}
