/** Rows in the shape of what comes. */
export const ListSkeleton = ({ columns }: { columns: number }) => (
  <>
    {Array.from({ length: 8 }, (_, row) => (
      <tr key={row} aria-hidden="true">
        {Array.from({ length: columns }, (__, column) => (
          <td key={column}>
            <div className="skeleton" style={{ height: 11, width: `${40 + ((row * 17 + column * 29) % 45)}%` }} />
          </td>
        ))}
      </tr>
    ))}
  </>
);
