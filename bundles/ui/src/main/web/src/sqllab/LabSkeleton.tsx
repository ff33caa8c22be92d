/** The page in the shape it will have. */
export const LabSkeleton = () => (
  <div className="lab" aria-hidden="true" style={{ gridTemplateColumns: '280px 1px minmax(0, 1fr)' }}>
    <div className="lab-side">
      <div className="lab-skeleton">
        <div className="skeleton" style={{ height: 22, width: 100 }} />
        <div className="skeleton" style={{ height: 32 }} />
        <div className="skeleton" style={{ height: 32 }} />
        {Array.from({ length: 9 }, (_, index) => (
          <div key={index} className="skeleton" style={{ height: 12, width: `${50 + ((index * 23) % 40)}%` }} />
        ))}
      </div>
    </div>
    <div />
    <div className="lab-main">
      <div className="lab-tabs" />
      <div className="lab-skeleton">
        <div className="skeleton" style={{ height: 32, width: 320 }} />
        {Array.from({ length: 5 }, (_, index) => (
          <div key={index} className="skeleton" style={{ height: 12, width: `${20 + ((index * 31) % 40)}%` }} />
        ))}
      </div>
    </div>
  </div>
);
