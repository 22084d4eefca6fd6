import type { Person } from '../../../staff/person.ts';

const TABS = [
  ['/library', '检索'],
  ['/library/changes', '法规变动'],
] as const;

/** The parts of the library; importing is for administrators. */
export function LibraryTabs({ person, active }: { person: Person; active: string }) {
  const tabs = [
    ...TABS,
    ...(person.role === 'administrator' ? ([['/library/imports', '导入']] as const) : []),
  ];
  return (
    <nav class="row version-list no-print" aria-label="法规库">
      {tabs.map(([href, name]) => (
        <a href={href} aria-current={href === active ? 'page' : undefined}>
          {name}
        </a>
      ))}
    </nav>
  );
}
