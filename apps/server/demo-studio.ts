import { decimalOfMinor } from '@scrip/kernel';
import type { StudioSlice } from '@scrip/studio';

/** Public, as the passwords of the demo world are. */
const TOKEN = 'demo-studio-token';
const USER = { email: 'john@example.com', name: 'John Doe', password: 'muvi', planId: 0 };
const PLAN = { id: 1, name: 'Monthly', price: decimalOfMinor(999n, 2), currency: 'USD', period: 'month' } as const;

/** What is missing of the demo world's studio. */
export async function seedStudio({ studios, plans, users }: StudioSlice): Promise<void> {
  if (!(await studios.find('Demo'))) await studios.set('Demo', TOKEN);
  const studio = await studios.get('Demo');
  await plans.set(studio, PLAN);
  if (!(await users.hasEmail(studio, USER.email))) await users.register(studio, USER, { source: '', secure: true });
}
