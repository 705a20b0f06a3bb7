import pg from 'pg';

/** A session of a stranger in the same database, who holds locks as long as it likes. */
export class Session {
  readonly #client: pg.Client;

  private constructor(client: pg.Client) {
    this.#client = client;
  }

  static async open(url: string): Promise<Session> {
    const client = new pg.Client({ connectionString: url, query_timeout: 20_000, connectionTimeoutMillis: 5_000 });
    client.on('error', () => {});
    await client.connect();
    return new Session(client);
  }

  async query<T extends object>(sql: string, values: readonly unknown[] = []): Promise<T[]> {
    return (await this.#client.query<T>(sql, values.length > 0 ? [...values] : undefined)).rows;
  }

  /** Whatever it was in the middle of is rolled back. */
  close(): void {
    void this.#client.end().catch(() => {});
  }
}
