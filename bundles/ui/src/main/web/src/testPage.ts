import { vi } from 'vitest';

// The tests run without a browser: modules that read the page at their start find an empty one.
vi.stubGlobal('document', { getElementById: () => null, querySelector: () => null });
