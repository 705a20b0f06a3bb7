import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

/** No container engine is needed for these: they check the form of what an engine would be given. */

interface Service {
  image?: string;
  build?: string;
  profiles?: string[];
  environment: Record<string, string>;
  ports?: string[];
  volumes?: string[];
  network_mode?: string;
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: { test?: string[]; disable?: boolean };
}

const compose = parse(readFileSync('docker-compose.yml', 'utf8')) as {
  services: Record<string, Service>;
  volumes: Record<string, unknown>;
};
const services = Object.entries(compose.services);
const dockerfile = readFileSync('Dockerfile', 'utf8').replaceAll('\\\n', '').split('\n').filter(Boolean);
const runtime = dockerfile.slice(dockerfile.findLastIndex((line) => line.startsWith('FROM ')));

function instruction(name: string): string {
  return runtime.find((line) => line.startsWith(`${name} `)) ?? '';
}

describe('docker-compose.yml', () => {
  it('has a server, PostgreSQL 18 and Studio, which only its profile starts', () => {
    expect(services.map(([name, { profiles }]) => [name, profiles])).toEqual([
      ['database', undefined],
      ['server', undefined],
      ['studio', ['studio']],
    ]);
    expect(compose.services['database']?.image).toBe('postgres:18');
  });

  it('publishes on loopback only', () => {
    for (const [, { ports = [] }] of services) for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:\$\{\w+:-\d+\}:\d+$/);
  });

  it('holds no password: the variable is required', () => {
    for (const [, { environment }] of services) {
      for (const [name, value] of Object.entries(environment)) {
        if (/PASSWORD/.test(name)) expect(value).toMatch(/^\$\{POSTGRES_PASSWORD:\?.+\}$/);
        if (/URL/.test(name)) expect(value).toMatch(/^postgresql:\/\/scrip:\$\{POSTGRES_PASSWORD:\?\}@/);
      }
    }
  });

  it('mounts declared volumes, where PostgreSQL 18 and the server keep what must last', () => {
    const mounted = services.flatMap(([, { volumes = [] }]) => volumes.map((volume) => volume.split(':')));
    expect(mounted).toEqual([
      ['database', '/var/lib/postgresql'],
      ['data', '/data'],
    ]);
    expect(Object.keys(compose.volumes)).toEqual(mounted.map(([name]) => name));
    expect(instruction('ENV')).toContain('SCRIP_DATA=/data');
  });

  it('starts the others when the database answers, over TCP', () => {
    expect(compose.services['database']?.healthcheck?.test).toContain('--host=127.0.0.1');
    for (const name of ['server', 'studio'])
      expect(compose.services[name]?.depends_on).toEqual({ database: { condition: 'service_healthy' } });
  });
});

describe('Dockerfile', () => {
  it('runs without root, is reachable from outside of the container and reports when it is ready', () => {
    expect(instruction('USER')).toBe('USER node');
    expect(instruction('ENV')).toContain('HOST=0.0.0.0');
    const command = instruction('HEALTHCHECK').split('CMD ')[1] ?? '';
    expect(JSON.parse(command)).toEqual(['node', '-e', expect.stringContaining('/readyz')]);
    expect(JSON.parse(instruction('CMD').slice(4))).toContain('dist/server.mjs');
  });

  it('copies what is there, and everything that the running server looks for', () => {
    const copied = runtime.filter((line) => line.startsWith('COPY ')).flatMap((line) => line.match(/(?<=\/app\/)\S+/g) ?? []);
    expect(copied.sort()).toEqual(['dist', 'node_modules', 'package.json', 'prisma', 'prisma.config.ts', 'scripts']);
    for (const path of copied) expect(existsSync(path) || path === 'dist').toBe(true);
  });

  it('is not given data, keys or what the build makes anew', () => {
    const ignored = readFileSync('.dockerignore', 'utf8').split('\n');
    expect(ignored).toEqual(expect.arrayContaining(['.scrip', '.git', '**/node_modules', 'dist']));
  });
});
