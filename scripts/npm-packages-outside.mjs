/** For esbuild: our own packages go into the bundle; what npm installed stays outside. */
export const npmPackagesOutside = {
  name: 'npm-packages-outside',
  setup(bundler) {
    bundler.onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
      kind === 'entry-point' || path.startsWith('@scrip/') ? undefined : { external: true },
    );
  },
};
